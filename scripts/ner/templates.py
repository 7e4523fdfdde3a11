"""Sentences of our own with names from the gazetteer: the lines of results and of business wires that news is full of and that
the corpora lack. A slot is {CLUB}, {COMPANY}, {CITY}, {COUNTRY}, {STATE}, {PER}, {SUR} or {ORG}; {TOWNCLUB} is a town that stands for its
club, {1}…{40} a number up to that, {DAY} a day of the week, {MONTH} a month."""

import re

ENGLISH = """
{CLUB} {5} {CLUB} {5}
{CLUB} {3} ( {SUR} {90} ) {CLUB} {1}
{TOWNCLUB} {5} {TOWNCLUB} {4}
{TOWNCLUB} {9} {TOWNCLUB} {9} ( in {2} innings )
{TOWNCLUB} at {TOWNCLUB}
{TOWNCLUB} {40} {20} {9} {9} {60} {40} {50}
{CLUB} {30} {16} {7} {7} {55} {30} {55}
{CLUB} beat {CLUB} {3} - {1} on {DAY} to go top of the table .
{CLUB} drew {2} - {2} with {CLUB} at home on {DAY} .
{TOWNCLUB} lost {3} - {1} to {CLUB} in the second round .
{CLUB} have signed midfielder {PER} from {CLUB} for an undisclosed fee .
{CLUB} coach {PER} said his side deserved to win .
{SUR} scored twice as {CLUB} won {4} - {1} at {CLUB} .
The {TOWNCLUB} defender {PER} will miss the match against {TOWNCLUB} through injury .
{PER} hit a two-run homer as {TOWNCLUB} beat {TOWNCLUB} {9} - {6} .
{TOWNCLUB} bowled out {TOWNCLUB} for {200} on the first day , {SUR} taking {5} for {60} .
At {CITY} : {TOWNCLUB} {300} and {200} for {6} ( {SUR} {90} , {SUR} {60} ) v {TOWNCLUB} .
{1} . {PER} ( {COUNTRY} ) {2} minutes {50} seconds
{2} . {PER} ( {COUNTRY} )
{PER} ( {COUNTRY} ) beat {PER} ( {COUNTRY} ) {6} - {4} {6} - {3}
{5} - {PER} ( {COUNTRY} ) beat {20} - {PER} ( {COUNTRY} ) {6} - {2} {7} - {5}
{COUNTRY} {3} {COUNTRY} {1}
{COUNTRY} beat {COUNTRY} {2} - {1} in a friendly international in {CITY} .
{COUNTRY} batsman {PER} made {90} not out .
{PER} of {COUNTRY} won the title in {CITY} on {DAY} , ahead of {PER} of {COUNTRY} .
Scorers : {SUR} ( {20} ) , {SUR} ( {80} )
Halftime : {1} - {1} . Attendance : {30} ,{500}
{CITY} , {MONTH} {28} ( {ORG} ) - {COUNTRY} said on {DAY} it would reopen its border .
{CITYUP} ( {ORG} ) - The government of {COUNTRY} resigned on {DAY} .
{CITYUP} , {MONTH} {28} - Shares in {COMPANY} fell sharply on {DAY} .
{CITYUP} {MONTH} {28}
{CITYUP} - {PER} , the chief executive of {COMPANY} , said he was leaving .
By {PER}
( Reporting by {PER} in {CITY} ; Editing by {PER} )
{COMPANY} shares rose {3} percent after the results .
Shares of {COMPANY} and {COMPANY} gained more than {2} percent each .
{COMPANY} said on {DAY} it would buy {COMPANY} for ${9} billion .
{COMPANY} , which competes with {COMPANY} , plans to cut {900} jobs in {CITY} .
{COMPANY} chief executive {PER} told analysts that demand was weak .
A spokesman for {COMPANY} declined to comment .
{COMPANY} posted a quarterly profit of ${90} million , beating estimates .
{PER} , an analyst at {COMPANY} , said the market had expected more .
Analysts at {COMPANY} cut their rating on {COMPANY} to " hold " .
{COMPANY} has opened a factory in {CITY} , {STATE} .
The {CITY}-based company said {PER} would become finance chief .
{COMPANY} sued {COMPANY} in a court in {CITY} .
Workers at {COMPANY} went on strike in {CITY} on {DAY} .
The deal between {COMPANY} and the government of {COUNTRY} was signed in {MONTH} .
{ORG} said it was ready to send observers to {COUNTRY} .
{PER} , who heads {ORG} , arrived in {CITY} on {DAY} .
Talks between {ORG} and {COUNTRY} broke down .
A spokeswoman for the {ORG} said {PER} had been freed .
{COUNTRY} 's president , {PER} , met {SUR} in {CITY} .
{SUR} said he would not run again in {COUNTRY} .
Police in {CITY} , {COUNTRY} , said {PER} had been arrested .
{PER} , {40} , from {CITY} in {STATE} , was among the injured .
{STATE} Governor {PER} signed the bill on {DAY} .
{ORG} lawmaker {PER} said the vote would be delayed .
The {ORG} won {40} seats and the {ORG} {30} .
{PER} of the {ORG} told {ORG} that the plan was dead .
{COUNTRYUP} : {PERUP} TO MEET {PERUP}
{COUNTRYUP} - {COUNTRYUP} TALKS RESUME IN {CITYUP}
SOCCER - {CLUBUP} BEAT {CLUBUP} {2} - {1}
{COMPANYUP} PROFIT UP {9} PCT
{TOWNCLUBUP} AT {TOWNCLUBUP}
{TOWNCLUBUP} {90} {60} .{500} {9}
{TOWNCLUBUP} {9} {TOWNCLUBUP} {6}
{TOWNCLUB} {90} {60} .{500} {9} 1/2
The {TEAM} beat the {TEAM} {9} - {3} on {DAY} night .
{PER} had {3} hits for the {TEAM} , who won again .
In {CITY} , {PER} scored {20} points as the {TEAM} held off {TOWNCLUB} .
The {TEAM} traded {PER} to the {TEAM} for two young players .
{COINED} said it had no plans to sell its stake in {COINED} .
{COINED} , the {COUNTRY}-based maker of pumps , cut its dividend .
{COINED} SA reported a first-half loss of {90} million euros .
Sales at {COINED} rose {9} percent to ${9} billion , beating {COMPANY} .
{COINED} shares closed {2} percent lower at {40} .
Banks led by {COINED} lent {COINED} ${90} million .
{COINED} PLC {1}H PROFIT {90} MLN STG
{COINED} said {PER} would succeed {PER} as chairman in {MONTH} .
A unit of {COINED} won the contract to build the line from {CITY} to {CITY} .
The {INST} said on {DAY} that inflation had slowed .
{PER} studied law at the {INST} before joining {COMPANY} .
Officials at the {INST} in {CITY} refused to comment .
An official of {COUNTRY} 's {INST} denied the report .
The {INST} and the {INST} signed an agreement with {ORG} .
{INST} chief {PER} resigned after {20} months .
Rescue teams reached {PLACE} late on {DAY} .
Flights from {PLACE} were delayed for {9} hours .
Thousands gathered near {PLACE} in {CITY} to hear {PER} speak .
The march will start at {PLACE} and end at {PLACE} .
Rebels held the town of {CITY} , near the border with {COUNTRY} .
Heavy rain hit the {STATE} coast and parts of {COUNTRY} .
{SUR} 's lawyer said {SUR} would appeal .
" We will be back , " {SUR} told reporters in {CITY} .
{SUR} , {40} , joined {CLUB} from {CLUB} in {MONTH} .
{SUR} replaced {SUR} as captain of {COUNTRY} .
Mr {SUR} and Mrs {SUR} live in {CITY} .
{PER} and {PER} were charged in {CITY} on {DAY} .
Judge {PER} ordered {COMPANY} to pay ${90} million .
""".strip().split("\n")

NICKNAMES = """Lions Tigers Bears Hawks Eagles Rangers Giants Kings Stars Wolves Sharks Rockets Pirates Royals Chiefs Raiders Bulls
    Hornets Falcons Panthers Broncos Dolphins Jets Devils Knights Warriors Mariners Comets Flyers Blues""".split()
FIELDS = """Health|Defence|Defense|Finance|Justice|Education|Agriculture|Transport|Energy|Trade|Labour|Culture|the Interior|Foreign Affairs|Commerce|
    Environment|Economy""".replace("\n    ", "").split("|")
BODIES = """Ministry of {0}|{0} Ministry|Department of {0}|{0} Department|University of {1}|{1} University|Bank of {1}|{1} Police Department|
    {1} Chamber of Commerce|{1} Football Association|Supreme Court of {1}|{1} City Council|{1} Stock Exchange|{1} Electoral Commission|{1} Party|
    {1} Institute of Technology|{1} Central Bank|National Union of {0}|{0} Council|Institute for {0} Studies|{1} Democratic Union|{1} Symphony Orchestra|
    {1} Herald|{1} Times|Radio {1}|{1} Airlines|{2} Foundation|{2} & Sons|{2} Brothers Inc|{2} Group|{2} Institute""".replace("\n    ", "").split("|")
PLACES = """{1} International Airport|{1} Airport|{2} Stadium|{2} Street|{2} Bridge|Lake {2}|Mount {2}|Port {2}|{2} Square|Saint {2} Hospital|
    River {2}|{2} County|{2} Valley|{2} Beach|Fort {2}|North {1}|{2} Island|Camp {2}|{2} Avenue|{2} Park""".replace("\n    ", "").split("|")
SYLLABLES = "ba co del fin gra hex in jor ka lex mar nov or pel qua rin sol tec ul vex wes xan yor zet ric ten dus mic ver pol san tor".split()
ENDINGS = "|| Corp| Inc| Ltd| PLC| SA| AG| Group| Holdings| Bank| Motors| Industries| Energy| Pharma| Systems| Air".split("|")

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SLOT = re.compile(r"\{([A-Z0-9]+)\}")
TYPES = {"CLUB": "ORG", "TOWNCLUB": "ORG", "COMPANY": "ORG", "ORG": "ORG", "CITY": "LOC", "COUNTRY": "LOC", "STATE": "LOC",
         "PER": "PER", "SUR": "PER", "TEAM": "ORG", "COINED": "ORG", "INST": "ORG", "PLACE": "LOC"}


def sentences(names, random, count):
    """`count` sentences; `names` has a list of names for each slot."""
    return [[sentence(random.choice(ENGLISH), names, random)] for _ in range(count)]


def sentence(template, names, random):
    out = []
    for word in template.split(" "):
        slot = SLOT.search(word)
        if not slot:
            out.append((word, "O"))
            continue
        before, after = word[:slot.start()], word[slot.end():]
        tokens, kind = fill(slot[1], names, random)
        if kind == "O":
            out.append((before + tokens[0] + after, "O"))
            continue
        # '{CITY}-based' is three tokens: the name is the first.
        out += [(token, ("B-" if index == 0 else "I-") + kind) for index, token in enumerate(tokens)]
        out += [(part, "O") for part in re.findall(r"-|[^-]+", after)]
    return out


def fill(slot, names, random):
    if slot.isdigit():
        return [str(random.randint(0 if slot == "5" else 1, int(slot)))], "O"
    if slot in ("DAY", "MONTH"):
        return [random.choice(DAYS if slot == "DAY" else MONTHS)], "O"
    upper = slot.endswith("UP")
    slot = slot.removesuffix("UP")
    if slot == "PER":
        name = f"{random.choice(names['GIVEN'])} {random.choice(names['SUR'])}"
    elif slot == "TEAM":
        name = f"{random.choice(names['CITY'])} {random.choice(NICKNAMES)}" if random.random() < 0.6 else random.choice(NICKNAMES)
    elif slot == "COINED":
        name = "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 3))).capitalize() + random.choice(ENDINGS)
    elif slot in ("INST", "PLACE"):
        form = random.choice(BODIES if slot == "INST" else PLACES)
        town = random.choice(names["CITY"] if random.random() < 0.5 else names["COUNTRY"])
        name = form.format(random.choice(FIELDS), town, random.choice(names["SUR"]))
    else:
        name = random.choice(names[slot])
    return (name.upper() if upper else name).split(), TYPES[slot]


def namesake(names, bodies, random):
    """A function that gives other names of a kind: coined ones, those of the tables and those of the text itself (`bodies`)."""
    def other(kind, words):
        choice = random.random()
        if kind == "PER":
            return fill("PER" if len(words) > 1 else "SUR", names, random)[0]
        if kind == "LOC" and choice < 0.7:
            return random.choice(bodies["LOC"]) if choice < 0.35 else fill("CITY", names, random)[0]
        if kind == "ORG" and choice < 0.6:
            return fill("COINED" if choice < 0.45 else random.choice(("COMPANY", "COMPANY", "ORG", "CLUB")), names, random)[0]
        return random.choice(bodies["ORG"]) if kind == "ORG" else None
    return other
