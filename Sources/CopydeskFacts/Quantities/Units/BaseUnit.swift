/// What a unit is worth in the base unit of its dimension: `km` is 1000 m, `[degF]` is K after 459.67 are added.
public struct BaseUnit: Sendable, Hashable {
  /// The UCUM symbol of the base unit: `m`, `m2`, `m3`, `kg`, `s`, `K`, `rad`, `m/s`, `W`, `J`, `Pa`, `By`, `1`…
  public let symbol: String
  /// The base value is (value + offset) · factor.
  public let factor: Double
  /// What is added first; other than 0 for temperatures only.
  public let offset: Double

  /// The base unit of a symbol as `Quantity.unit` has it, or nil where there is no fixed rate, as for money.
  ///
  /// `A/B` is converted part by part: `km/h` is 0.2777… m/s, `[bbl_us]/d` is m3/s.
  public init?(of unit: String) {
    if let row = Self.table[unit] {
      self = row
      return
    }
    guard let slash = unit.firstIndex(of: "/"), let over = Self.table[String(unit[..<slash])],
      let under = Self.table[String(unit[unit.index(after: slash)...])], over.offset == 0, under.offset == 0
    else { return nil }
    self.init(symbol: "\(over.symbol)/\(under.symbol)", factor: over.factor / under.factor)
  }

  /// A value of the unit in the base unit.
  public func convert(_ value: Double) -> Double { (value + offset) * factor }

  private init(symbol: String, factor: Double, offset: Double = 0) {
    (self.symbol, self.factor, self.offset) = (symbol, factor, offset)
  }

  /// Rows of `base | symbol=factor …`: exact where the unit is defined so (the inch is 0.0254 m since 1959), a year is
  /// the Julian year of 365.25 days as in UCUM, a month its twelfth.
  private static let rows = """
    m | m=1 km=1000 dm=0.1 cm=0.01 mm=0.001 um=1e-6 nm=1e-9 pm=1e-12 am=1e-18 [in_i]=0.0254 [ft_i]=0.3048
    m | [yd_i]=0.9144 [mi_i]=1609.344 [nmi_i]=1852 [ly]=9460730472580800 AU=149597870700 pc=3.0856775814913674e16
    m2 | m2=1 km2=1e6 cm2=1e-4 har=1e4 [acr_us]=4046.8564224 [sft_i]=0.09290304 [smi_us]=2589988.110336 [sin_i]=0.00064516
    m2 | [syd_i]=0.83612736 {dunam}=1000
    m3 | m3=1 L=0.001 mL=1e-6 cL=1e-5 dL=1e-4 hL=0.1 km3=1e9 [cft_i]=0.028316846592 [cin_i]=1.6387064e-5
    m3 | [cyd_i]=0.764554857984 [gal_us]=0.003785411784 [qt_us]=0.000946352946 [pt_us]=0.000473176473
    m3 | [cup_us]=0.0002365882365 [foz_us]=2.95735295625e-5 [tbs_us]=1.478676478125e-5 [tsp_us]=4.92892159375e-6
    m3 | [bbl_us]=0.158987294928 [bu_us]=0.03523907016688
    kg | kg=1 g=0.001 mg=1e-6 ug=1e-9 t=1000 kt=1e6 Mt=1e9 Gt=1e12 [lb_av]=0.45359237 [oz_av]=0.028349523125
    kg | [oz_tr]=0.0311034768 [stone_av]=6.35029318 [car_m]=0.0002 [dr_av]=0.0017718451953125
    s | s=1 ms=0.001 us=1e-6 ns=1e-9 min=60 h=3600 d=86400 wk=604800 mo=2629800 {quarter}=7889400 a=31557600
    s | {decade}=315576000 {century}=3155760000 ka=31557600000
    rad | rad=1 deg=0.017453292519943295
    m/s | m/s=1 km/h=0.2777777777777778 [mi_i]/h=0.44704 [kn_i]=0.5144444444444445 [c]=299792458
    W | W=1 mW=0.001 kW=1000 MW=1e6 GW=1e9 TW=1e12 [HP]=745.6998715822702
    J | J=1 kJ=1000 MJ=1e6 GJ=1e9 W.h=3600 kW.h=3.6e6 MW.h=3.6e9 GW.h=3.6e12 TW.h=3.6e15 eV=1.602176634e-19
    J | keV=1.602176634e-16 MeV=1.602176634e-13 GeV=1.602176634e-10 TeV=1.602176634e-7 cal=4.184 kcal=4184
    J | [Btu]=1055.05585262 MBtu=1055055852.62
    V | V=1 kV=1000 mV=0.001
    A | A=1 mA=0.001
    C | C=1 A.h=3600 mA.h=3.6
    Hz | Hz=1 kHz=1000 MHz=1e6 GHz=1e9 {rpm}=0.016666666666666666 {bpm}=0.016666666666666666
    N | N=1 kN=1000 [lbf_av]=4.4482216152605
    Pa | Pa=1 hPa=100 kPa=1000 MPa=1e6 GPa=1e9 bar=1e5 mbar=100 [psi]=6894.757293168361 k[psi]=6894757.293168361
    Pa | atm=101325 mm[Hg]=133.322387415
    Sv | Sv=1 mSv=0.001
    Gy | Gy=1 mGy=0.001
    By | By=1 kBy=1000 KiBy=1024 MBy=1e6 GBy=1e9 TBy=1e12 PBy=1e15 EBy=1e18 bit=0.125 kbit=125 Mbit=125000 Gbit=1.25e8
    By/s | kbit/s=125 Mbit/s=125000 Gbit/s=1.25e8
    m3/s | [bbl_us]/d=1.84013072833333e-6
    1 | 1=1 %=0.01 {pp}=0.01 {bp}=0.0001 [ppth]=0.001 [ppm]=1e-6 [ppb]=1e-9
    """

  private static let table: [String: BaseUnit] = {
    var table = [
      "K": BaseUnit(symbol: "K", factor: 1), "Cel": BaseUnit(symbol: "K", factor: 1, offset: 273.15),
      "[degF]": BaseUnit(symbol: "K", factor: 5.0 / 9, offset: 459.67),
    ]
    for row in rows.split(separator: "\n") {
      let fields = row.split(separator: "|")
      guard let base = fields.first?.split(separator: " ").first, let units = fields.last else { continue }
      for unit in units.split(separator: " ") {
        guard let equals = unit.lastIndex(of: "="), let factor = Double(unit[unit.index(after: equals)...]) else {
          continue
        }
        table[String(unit[..<equals])] = BaseUnit(symbol: String(base), factor: factor)
      }
    }
    return table
  }()
}

extension Quantity {
  /// The base unit of its dimension; nil for counts and money.
  public var baseUnit: BaseUnit? { unit.flatMap { BaseUnit(of: $0) } }

  /// The same amount in the base unit: 5 km as 5000 m; nil for counts and money.
  public func inBaseUnit() -> Quantity? {
    guard let base = baseUnit else { return nil }
    var quantity = self
    quantity.unit = base.symbol
    (quantity.value, quantity.low, quantity.high) = (
      value.map(base.convert), low.map(base.convert), high.map(base.convert)
    )
    return quantity
  }
}
