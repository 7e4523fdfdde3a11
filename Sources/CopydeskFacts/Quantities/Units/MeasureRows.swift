/// The measures: `symbol | dimension | names | abbreviations`, the symbol in UCUM or `{annotation}`.
///
/// Names match in any case, abbreviations as they are written; `_` is a space, `!` asks for no space before it (`5t`).
enum MeasureRows {
  static let rows = """
    m | length | metre meter metres meters | m
    km | length | kilometre kilometer kilometres kilometers | km kms
    cm | length | centimetre centimeter centimetres centimeters | cm
    mm | length | millimetre millimeter millimetres millimeters | mm
    dm | length | decimetre decimeter decimeters decimetres | dm
    um | length | micrometre micrometer micron microns micrometres micrometers | µm μm um!
    nm | length | nanometre nanometer nanometers nanometres | nm
    pm | length | picometre picometer picometers picometres |
    am | length | attometre attometres |
    [in_i] | length | inch inches | in! " ″
    [ft_i] | length | foot feet | ft ' ′
    [yd_i] | length | yards yard | yd yds
    [mi_i] | length | mile miles statute_mile statute_miles | mi
    [nmi_i] | length | nautical_mile nautical_miles | nmi
    [ly] | length | light-year light_year light_years light-years | ly
    AU | length | astronomical_unit astronomical_units | AU!
    pc | length | parsec parsecs |
    m2 | area | square_metre square_meter square_metres square_meters square_m | m² m^2 m2 sqm sq_m
    km2 | area | square_kilometre square_kilometer square_kilometers square_kilometres square_km sq._km km_squared | km² km^2 km2 sq_km
    cm2 | area | square_centimetre square_centimeter square_centimetres square_centimeters | cm² cm2
    har | area | hectare hectares | ha
    [acr_us] | area | acre acres | ac!
    [sft_i] | area | square_foot square_feet | sq_ft sqft ft² ft2
    [smi_us] | area | square_mile square_miles | sq_mi mi²
    [sin_i] | area | square_inch | in²
    [syd_i] | area | square_yard square_yards | yd²
    {dunam} | area | dunam dunams donum donums |
    L | volume | litre liter litres liters | L l ltr
    mL | volume | millilitre milliliter millilitres milliliters cubic_centimetre cubic_centimeter |
    mL | volume | cubic_centimetres cubic_centimeters | ml mls mL cc cm3 cm³
    cL | volume | centilitre centiliter centilitres centiliters | cl cL
    dL | volume | decilitre decilitres | dl dL
    hL | volume | hectolitre hectolitres hectoliter hectoliters | hl hL
    m3 | volume | cubic_metre cubic_meter cubic_metres cubic_meters cubic_m | m³ m^3 m3
    km3 | volume | cubic_kilometre cubic_kilometer cubic_kilometres cubic_kilometers km_cubed | km³ km^3 km3
    [cft_i] | volume | cubic_foot cubic_feet | cu_ft ft³
    [cin_i] | volume | cubic_inch cubic_inches | cu_in
    [cyd_i] | volume | cubic_yard cubic_yards |
    [gal_us] | volume | gallon gallons us_gallon us_gallons | gal gals
    [qt_us] | volume | quart quarts us_quart us_quarts | qt
    [pt_us] | volume | pint pints us_pint us_pints | pt!
    [cup_us] | volume | cups cup |
    [foz_us] | volume | fluid_ounce fluid_ounces us_fluid_ounce us_fluid_ounces | fl_oz
    [tbs_us] | volume | tablespoon tablespoons | tbsp
    [tsp_us] | volume | teaspoon teaspoons | tsp
    [bbl_us] | volume | barrel barrels barrel_of_oil barrels_of_oil | bbl bbls
    [bu_us] | volume | bushel bushels |
    [fdr_us] | volume | fluid_dram fluid_drams |
    g | mass | gram grams gramme grammes | g
    kg | mass | kilogram kilograms kilo kilos kilogramme kilogrammes | kg kgs Kg
    mg | mass | milligram milligrams milligramme milligrammes | mg
    ug | mass | microgram micrograms microgramme microgrammes | µg μg mcg
    t | mass | tonne tonnes metric_ton metric_tons ton tons metric_tonne metric_tonnes | t
    kt | mass | kiloton kilotons kilotonne kilotonnes | kt
    Mt | mass | megaton megatons megatonne megatonnes | Mt
    Gt | mass | gigaton gigatons gigatonne gigatonnes | Gt
    [lb_av] | mass | pound-mass pound_mass pounds-mass | lb lbs
    [oz_av] | mass | ounce ounces | oz
    [oz_tr] | mass | troy_ounce troy_ounces | ozt
    [stone_av] | mass | stone stones | st!
    [car_m] | mass | carat carats | ct!
    [dr_av] | mass | drams |
    s | time | second seconds | s! sec secs
    ms | time | millisecond milliseconds | ms
    us | time | microsecond microseconds | µs μs
    ns | time | nanosecond nanoseconds | ns
    min | time | minute minutes | min mins
    h | time | hour hours | h! hr hrs
    d | time | day days |
    wk | time | week weeks | wk wks
    mo | time | month months | mo!
    {quarter} | time | quarter quarters |
    a | time | year years | yr yrs yo
    {decade} | time | decade decades |
    {century} | time | century centuries centurys |
    ka | time | millennium millennia millenniums millennias |
    Cel | temperature | celsius degree_celsius degrees_celsius centigrade centigrades centigrate degrees_centigrade |
    Cel | temperature | degrees_c degree_c °_celsius | °C ºC C! degC ℃ deg_C deg_c
    [degF] | temperature | fahrenheit degree_fahrenheit degrees_fahrenheit fahrenheits degree_fahrenheits degrees_farenheit farenheit |
    [degF] | temperature | degrees_fahrenheits degrees_f degree_f °_fahrenheit | °F ºF F! degF ℉ deg_F deg_f
    K | temperature | kelvin kelvins | K!
    deg | angle | degree degrees degree_angle degree_angles | ° º deg deg.
    rad | angle | radian radians rad |
    ' | angle | arcminute minute_of_arc arcminutes |
    '' | angle | arcsecond arcseconds |
    m/s | speed | metre_per_second meter_per_second metres_per_second | m/s mps
    km/h | speed | kilometre_per_hour kilometer_per_hour kilometers_per_hour kilometers_an_hour |
    km/h | speed | kilometres_an_hour km_per_hour kilometres_per_hour | km/h kph kmh kmph km/hr
    [mi_i]/h | speed | mile_per_hour miles_per_hour miles_an_hour miles_an_hours | mph MPH m.p.h.
    [kn_i] | speed | knot knots | kn kts
    [c] | speed | speed_of_light |
    W | power | watt watts | W
    mW | power | milliwatt milliwatts | mW
    kW | power | kilowatt kilowatts | kW kw KW
    MW | power | megawatt megawatts | MW
    GW | power | gigawatt gigawatts | GW gw!
    TW | power | terawatt terawatts | TW
    [HP] | power | horsepower brake_horsepower metric_horsepower horsepowers brake_horsepowers |
    [HP] | power | metric_horsepowers | hp HP bhp BHP PS
    J | energy | joule joules | J!
    kJ | energy | kilojoule kilojoules | kJ
    MJ | energy | megajoule megajoules | MJ
    GJ | energy | gigajoule gigajoules | GJ
    W.h | energy | watt_hour watt-hour watt_hours watt-hours | Wh
    kW.h | energy | kilowatt_hour kilowatt-hour kilowatt_hours kilowatt-hours | kWh kwh KWh
    MW.h | energy | megawatt_hour megawatt-hour megawatt_hours megawatt-hours | MWh mwh
    GW.h | energy | gigawatt_hour gigawatt-hour gigawatt_hours gigawatt-hours | GWh
    TW.h | energy | terawatt_hour terawatt-hour terawatt_hours terawatt-hours | TWh
    eV | energy | electronvolt electronvolts | eV
    keV | energy | kiloelectronvolt kiloelectronvolts | keV
    MeV | energy | megaelectronvolt megaelectronvolts | MeV
    GeV | energy | gigaelectronvolt gigaelectronvolts | GeV
    TeV | energy | teraelectronvolt teraelectronvolts | TeV
    cal | energy | calorie calories | cal
    kcal | energy | kilocalorie kilocalories | kcal
    [Btu] | energy | british_thermal_unit british_thermal_units | BTU Btu
    MBtu | energy | mega_british_thermal_unit mega_british_thermal_units | MMBTU MMBtu mmBtu mmbtu
    V | voltage | volt volts | V!
    kV | voltage | kilovolt kilovolts | kV
    mV | voltage | millivolt millivolts | mV
    A | current | ampere amperes amps amp | A!
    mA | current | milliampere | mA
    Ohm | resistance | ohms | Ω
    F | capacitance | farad farads |
    A.h | charge | ampere-hour ampere_hour | Ah
    mA.h | charge | milliampere-hour milliampere_hour | mAh
    C | charge | coulomb coulombs |
    Hz | frequency | hertz | Hz hz!
    kHz | frequency | kilohertz | kHz KHz
    MHz | frequency | megahertz | MHz Mhz
    GHz | frequency | gigahertz | GHz Ghz
    {rpm} | frequency | revolutions_per_minute revolution_per_minute | rpm RPM
    {bpm} | frequency | beats_per_minute beat_per_minute | bpm BPM
    N | force | newton newtons | N!
    kN | force | kilonewton kilonewtons | kN
    [lbf_av] | force | pound-force pound-forces | lbf
    N.m | torque | newton_metre newton_meter newton-metre newton_metres newton_meters newton-metres | Nm N·m
    [ft_i].[lbf_av] | torque | pound-foot foot_pound-force foot-pound pound-feet foot-pounds |
    [ft_i].[lbf_av] | torque | pound-feet_of_torque lb-ft_of_torque | lb-ft lb⋅ft ft-lb
    Pa | pressure | pascal pascals | Pa
    hPa | pressure | hectopascal hectopascals | hPa
    kPa | pressure | kilopascal kilopascals | kPa
    MPa | pressure | megapascal megapascals | MPa
    GPa | pressure | gigapascal gigapascals | GPa
    bar | pressure | bar |
    mbar | pressure | millibar millibars | mbar
    [psi] | pressure | pound_per_square_inch pounds_per_square_inch | psi PSI
    k[psi] | pressure | kilopound_per_square_inch | ksi
    atm | pressure | atmosphere atmospheres | atm
    dB | sound | decibel decibels | dB
    lx | light | lux | lx
    lm | light | lumen lumens | lm
    cd | light | candela candelas | cd
    {nit} | light | nits |
    Sv | radiation | sievert sieverts | Sv
    mSv | radiation | millisievert millisieverts | mSv
    Gy | radiation |  | Gy
    mGy | radiation | milligray milligrays | mGy
    Bq | radiation | becquerel becquerels | Bq
    [R] | radiation | roentgen roentgens |
    mol | amount |  | mol
    {pixel} | image | pixel pixels | px
    M{pixel} | image | megapixel megapixels | MP!
    [mi_i]/[gal_us] | fuel | mile_per_gallon miles_per_gallon | mpg MPG
    L/(100.km) | fuel | litres_per_100_km litre_per_100_kilometre | l/100km L/100km
    [bbl_us]/d | flow | barrel_per_day barrels_per_day | bpd b/d bbl/d
    mm[Hg] | pressure | millimetre_of_mercury | mmHg
    bit | information | bit bits |
    kbit | information | kilobit kilobits | kbit
    Mbit | information | megabit megabits | Mbit Mb
    Gbit | information | gigabit gigabits | Gbit Gb
    By | information | byte bytes | B!
    kBy | information | kilobyte kilobytes | kB KB
    KiBy | information | kibibyte kibibytes | KiB
    MBy | information | megabyte megabytes | MB
    GBy | information | gigabyte gigabytes | GB
    TBy | information | terabyte terabytes | TB
    PBy | information | petabyte petabytes | PB
    EBy | information | exabyte exabytes | EB
    Mbit/s | information | megabit_per_second megabits_per_second | Mbps Mbit/s mbps Mb/s
    Gbit/s | information | gigabit_per_second | Gbps Gbit/s gbps
    kbit/s | information | kilobit_per_second | kbps kbit/s
    % | ratio | percentage percent per_cent percents | % ٪ ％ pct pc!
    {pp} | ratio | percentage_point percentage_points point_of_percentage | pp! ppt pps
    {bp} | ratio | basis_point basis_points | bp! bps
    [ppm] | ratio | part_per_million parts_per_million parts-per-million | ppm
    [ppb] | ratio | parts-per-billion part_per_billion parts_per_billion | ppb
    [ppth] | ratio | per_mille permille | ‰
    """
}
