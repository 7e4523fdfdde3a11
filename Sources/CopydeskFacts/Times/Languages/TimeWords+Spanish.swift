extension TimeLexicon {
  static let spanish = TimeLexicon(postposes: true) { words in
    words.add(
      numbered: """
        enero ene~;febrero feb~;marzo;abril abr~;mayo;junio jun~;julio jul~;agosto ago~;septiembre setiembre sept~;
        octubre oct~;noviembre nov~;diciembre dic~
        """
    ) { .month($0) }
    words.add(numbered: "lunes;martes;miércoles;jueves;viernes;sábado;domingo") { .weekday($0) }
    words.add("minuto", .unit(.minute))
    words.add("hora", .unit(.hour))
    words.add("día", .unit(.day))
    words.add("fin_de_semana", .unit(.weekend))
    words.add("semana", .unit(.week))
    words.add("trimestre", .unit(.quarter))
    words.add("mes", .unit(.month))
    words.add("año", .unit(.year))
    words.add("década", .unit(.decade))
    words.add("siglo", .unit(.century))
    words.add("segundos", .units(.second))
    words.add("minutos", .units(.minute))
    words.add("horas", .units(.hour))
    words.add("días", .units(.day))
    words.add("semanas", .units(.week))
    words.add("meses", .units(.month))
    words.add("años", .units(.year))
    words.add("décadas", .units(.decade))
    words.add("siglos", .units(.century))
    words.add("hoy", .day(0))
    words.add("ayer", .day(-1))
    words.add("mañana", .day(1))
    words.add("anteayer", .day(-2))
    words.add("pasado_mañana", .day(2))
    words.add("tarde", .part("AF"))
    words.add("noche", .part("NI"))
    words.add("anoche", .dayPart(-1, "NI"))
    words.add("pasado pasada último última", .shift(-1))
    words.add("este esta", .shift(0))
    words.add("próximo próxima que_viene", .shift(1))
    words.add("principios comienzos inicios", .edge(.start))
    words.add("mediados", .edge(.middle))
    words.add("finales fines", .edge(.end))
    words.add("primavera", .season("SP"))
    words.add("verano", .season("SU"))
    words.add("otoño", .season("FA"))
    words.add("invierno", .season("WI"))
    words.add("atrás antes", .distance(-1))
    words.add("después más_tarde", .distance(1))
    words.add("hace", .leadingDistance(-1))
    words.add("dentro_de", .leadingDistance(1))
    words.add("cada todos_los todas_las", .every)
    words.add("diario diaria diariamente", .set("P1D"))
    words.add("semanal", .set("P1W"))
    words.add("mensual", .set("P1M"))
    words.add("anual", .set("P1Y"))
    words.add("ahora actualmente", .reference("PRESENT_REF"))
    words.add("recientemente", .reference("PAST_REF"))
    words.add("el la los las", .definite)
    words.add("casi cerca_de alrededor_de", .approximate)
    words.add("de del", .of)
    words.add("mediodía", .clock("T12:00"))
    words.add("medianoche", .clock("T24:00"))
    words.add("horas", .oClock)
    words.add(numbered: "primer primero;segundo segunda;tercer tercero;cuarto") { .ordinal($0) }
    words.prepositions = "en desde de del hasta antes después entre y a para el este mes"
    words.future = "será serán va van debe deberá prevé previsto"
    words.deadlines = "hasta"
    words.hourLetter = true
    words.clockOpeners = "de entre desde"
    words.clockConnectors = "a al y hasta"
    words.add("últimos últimas", .stretch(-1))
    words.add("próximos próximas", .stretch(1))
    words.decadePrefixes = "década años"
    words.add("h", .oClock)
    words.add("de_la_mañana", .halfDay(0))
    words.add("de_la_tarde de_la_noche", .halfDay(12))
    words.add("a_las", .at)
    words.add("segundo", .unit(.second))
    words.add("trimestres", .units(.quarter))
    words.add("navidad*", .holiday(.fixed(12, 25)))
    words.add("nochebuena*", .holiday(.fixed(12, 24)))
    words.add("nochevieja*", .holiday(.fixed(12, 31)))
    words.add("año_nuevo*", .holiday(.fixed(1, 1)))
    words.add("viernes_santo*", .holiday(.easter(-2)))
    words.add("pascua*", .holiday(.easter(0)))
    words.past = "fue fueron era había dijo ha han"
  }
}
