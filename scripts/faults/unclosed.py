"""Every element opened tens of thousands of times and never closed, then end tags that close nothing or little: what a parser
with a stack of open elements searches again and again."""

from pathlib import Path

from . import linear

TAGS = """html head body title meta link base h1 p div span a br hr ul ol li dl dt dd table caption thead tbody tfoot tr td th
    article section main aside nav header footer hgroup address figure figcaption picture img blockquote pre time center details
    summary form fieldset legend label option input object embed audio video map dialog b i u em strong font tt big small strike
    s sub sup code var abbr acronym q cite dfn kbd samp del ins bdo dir menu isindex applet basefont noframes frameset frame
    param col colgroup area optgroup xmp listing plaintext custom-x o source wbr track ruby rt rp""".split()
ENDS = ["</p>", "</span>", "</{}>", "</p></b></td></li></h2></dt></x-head>"]
BETWEEN = ["", "<b>", "<div>"]


def run(binary, count, folder, say):
    """Pages with `count` open elements of each kind; what takes more than a page of its size may."""
    problems = []
    for tag in TAGS:
        for ends in ENDS:
            for between in BETWEEN:
                page = f"<body><p>x</p>{f'<{tag}>' * count}{between * count}text{ends.format(tag) * count}"
                path = Path(folder) / "a.html"
                path.write_text(page)
                seconds, _, status = linear.cost([binary, "--quiet", "--jobs", "1", "--no-isolation", "--layers", "none", str(path)])
                if status not in (0, 1) or seconds > linear.SECONDS_PER_MB * len(page) / 1e6 + linear.LEAST:
                    problems.append(f"{count} × <{tag}>{between} and {ends}: status {status}, {seconds:.1f} s")
    say(f"{len(TAGS) * len(ENDS) * len(BETWEEN)} pages of unclosed elements, {len(problems)} problems")
    return problems
