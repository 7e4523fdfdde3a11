/// The names of units in other languages than English, in the form of `MeasureRows`; they go before the common rows.
enum LocalUnitRows {
  static let german = """
    m | length | meter metern |
    km | length | kilometer kilometern |
    cm | length | zentimeter zentimetern |
    mm | length | millimeter |
    [mi_i] | length | meile meilen |
    m2 | area | quadratmeter quadratmetern |
    km2 | area | quadratkilometer quadratkilometern |
    har | area | hektar |
    L | volume | liter litern |
    m3 | volume | kubikmeter kubikmetern |
    [bbl_us] | volume | fass barrel |
    g | mass | gramm |
    kg | mass | kilogramm kilo |
    t | mass | tonne tonnen |
    km/h | speed | stundenkilometer kilometer_pro_stunde stundenkilometern |
    Cel | temperature | grad grad_celsius |
    % | ratio | prozent |
    {pp} | ratio | prozentpunkt prozentpunkte prozentpunkten |
    s | time | sekunde sekunden |
    min | time | minute minuten |
    h | time | stunde stunden | Std
    d | time | tag tage tagen |
    wk | time | woche wochen |
    mo | time | monat monate monaten |
    a | time | jahr jahre jahren jährige jähriger jährigen jähriges jährig jähriger |
    {decade} | time | jahrzehnt jahrzehnte jahrzehnten |
    {century} | time | jahrhundert jahrhunderte jahrhunderten |
    EUR | money | euro euros |
    USD | money | dollar us-dollar |
    GBP | money | pfund |
    CHF | money | franken |
    RSD | money | dinar |
    {cent} | money | cent |
    """

  static let french = """
    m | length | mètre mètres |
    km | length | kilomètre kilomètres |
    cm | length | centimètre centimètres |
    m2 | area | mètre_carré mètres_carrés |
    km2 | area | kilomètre_carré kilomètres_carrés |
    har | area | hectare hectares |
    L | volume | litre litres |
    m3 | volume | mètre_cube mètres_cubes |
    [bbl_us] | volume | baril barils |
    kg | mass | kilo kilos kilogramme kilogrammes |
    t | mass | tonne tonnes |
    km/h | speed | kilomètres_heure kilomètres_par_heure |
    Cel | temperature | degré degrés degrés_celsius |
    % | ratio | pour_cent |
    {pp} | ratio | point_de_pourcentage points_de_pourcentage |
    s | time | seconde secondes |
    min | time | minute minutes |
    h | time | heure heures |
    d | time | jour jours |
    wk | time | semaine semaines |
    mo | time | mois |
    a | time | an ans année années |
    {decade} | time | décennie décennies |
    {century} | time | siècle siècles |
    a | time | d'années |
    har | area | d'hectares |
    EUR | money | euro euros d'euros |
    USD | money | dollar dollars |
    CHF | money | franc_suisse francs_suisses |
    GBP | money | livre_sterling livres_sterling |
    """

  static let spanish = """
    m | length | metro metros |
    km | length | kilómetro kilómetros |
    cm | length | centímetro centímetros |
    m2 | area | metro_cuadrado metros_cuadrados |
    km2 | area | kilómetro_cuadrado kilómetros_cuadrados |
    har | area | hectárea hectáreas |
    L | volume | litro litros |
    m3 | volume | metro_cúbico metros_cúbicos |
    [bbl_us] | volume | barril barriles |
    kg | mass | kilo kilos kilogramo kilogramos |
    t | mass | tonelada toneladas |
    km/h | speed | kilómetros_por_hora |
    Cel | temperature | grado grados grados_celsius |
    % | ratio | por_ciento |
    {pp} | ratio | punto_porcentual puntos_porcentuales |
    s | time | segundo segundos |
    min | time | minuto minutos |
    h | time | hora horas |
    d | time | día días |
    wk | time | semana semanas |
    mo | time | mes meses |
    a | time | año años |
    {decade} | time | década décadas |
    {century} | time | siglo siglos |
    EUR | money | euro euros |
    USD | money | dólar dólares |
    {peso} | money | peso pesos |
    GBP | money | libra libras libra_esterlina libras_esterlinas |
    CHF | money | franco_suizo francos_suizos |
    """

  static let turkish = """
    m | length | metre metreyi metreye metreden metrelik |
    km | length | kilometre kilometreye kilometreden kilometrelik |
    cm | length | santimetre santimetrelik santim |
    mm | length | milimetre milimetrelik |
    m2 | area | metrekare metrekarelik |
    km2 | area | kilometrekare kilometrekarelik |
    har | area | hektar hektarlık hektardan |
    {dunam} | area | dönüm |
    L | volume | litre litrelik litreden litreye |
    m3 | volume | metreküp |
    [bbl_us] | volume | varil varile varilden |
    g | mass | gram gramlık |
    kg | mass | kilo kiloluk kilodan kilogram kilogramlık kilogramdan kilograma |
    t | mass | ton tona tondan tonluk |
    Cel | temperature | derece derecede dereceye dereceden derecenin |
    % | ratio | yüzde |
    {pp} | ratio | puan |
    s | time | saniye saniyede saniyelik |
    min | time | dakika dakikada dakikalık dakikaya dakikadır |
    h | time | saat saatte saatlik saattir |
    d | time | gün günde günlük gündür |
    wk | time | hafta haftada haftalık haftadır |
    mo | time | ay ayda aylık aydır |
    a | time | yıl yılda yıllık yıldır yaşında yaşındaki |
    {century} | time | yüzyıl |
    EUR | money | avro euro avroya avrodan avroluk euroya eurodan euroluk |
    USD | money | dolar dolara dolardan dolarlık doları |
    TRY | money | lira liraya liradan liralık lirayı |
    GBP | money | sterlin sterline sterlinlik |
    """

  static let albanian = """
    m | length | metër metra metrash |
    km | length | kilometër kilometra kilometrash |
    cm | length | centimetra |
    m2 | area | metra_katrorë |
    km2 | area | kilometra_katrorë |
    har | area | hektar hektarë |
    L | volume | litra litër |
    kg | mass | kilogram kilogramë kilogramë |
    t | mass | ton tonë |
    Cel | temperature | gradë gradë_celsius |
    % | ratio | përqind për_qind |
    {pp} | ratio | pikë_përqindjeje |
    s | time | sekondë sekonda |
    min | time | minutë minuta |
    h | time | orë |
    d | time | ditë ditësh ditët |
    wk | time | javë javësh javët |
    mo | time | muaj muajsh muajt |
    a | time | vit vjet vjetësh vjeç vjeçe vjeçar vjeçare |
    {decade} | time | dekadë dekada |
    {century} | time | shekull shekuj |
    EUR | money | euro eurosh euroje |
    GBP | money | paund paundë paundësh funta |
    CHF | money | frangë franga |
    USD | money | dollarë dollar dollarësh |
    ALL | money | lekë lek |
    """

  static let serbian = """
    m | length | metar metra metara |
    km | length | kilometar kilometra kilometara |
    cm | length | centimetar centimetra centimetara |
    m2 | area | kvadratni_metar kvadratna_metra kvadratnih_metara kvadratnom_metru četvornih_metara četvornom_metru kvadrata kvadrat kvadratu |
    km2 | area | kvadratnih_kilometara kvadratna_kilometra četvornih_kilometara |
    har | area | hektar hektara |
    L | volume | litar litra litara |
    m3 | volume | kubnih_metara kubika |
    [bbl_us] | volume | barel barela |
    kg | mass | kilogram kilograma kilo kila |
    t | mass | tona tone tonu |
    km/h | speed | kilometara_na_sat kilometara_na_čas |
    [kn_i] | speed | čvor čvora čvorova |
    Cel | temperature | stepen stepena stepeni stupanj stupnja stupnjeva stepeni_celzijusa stupnjeva_celzijevih |
    % | ratio | odsto posto procenat procenta procenata |
    {pp} | ratio | procentni_poen procentna_poena procentnih_poena postotnih_bodova |
    s | time | sekunda sekunde sekundi sekundu |
    min | time | minut minuta minuti minute minutu |
    h | time | sat sata sati čas časa časova |
    d | time | dan dana |
    wk | time | nedelja nedelje nedelju sedmica sedmice sedmicu tjedan tjedna tjedana |
    mo | time | mesec meseca meseci mjesec mjeseca mjeseci |
    a | time | godina godine godinu godišnji godišnja godišnjak godišnjeg godišnju godišnjakinja |
    {decade} | time | decenija decenije deceniju desetljeće desetljeća |
    {century} | time | vek veka vekova stoljeće stoljeća |
    EUR | money | evro evra euro eura |
    USD | money | dolar dolara dolari |
    RSD | money | dinar dinara dinari |
    BAM | money | konvertibilnih_maraka maraka |
    HRK | money | kuna kune | kn
    GBP | money | funta funte funti |
    CHF | money | franak franka franaka švajcarskih_franaka švicarskih_franaka |
    """
}
