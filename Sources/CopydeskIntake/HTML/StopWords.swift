import CopydeskText

/// Words that only sentences have, of the languages whose pages are most often read; one set for all of them.
///
/// It tells prose from menus; which language a text is in matters little for that.
enum StopWords {
  static let hashes = WordTable(words: list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  private static let list = """
    the of and to in a is that was for it with as his on be at by had are but from have an they which were their has
    this not or its been would will who he she said we you there when what can about after more also into than
    der die das und ist nicht ein eine einer einem einen zu den dem des mit sich auf für im von auch es an werden aus
    er hat dass sie nach bei um noch wie über so zum war haben nur oder aber vor zur bis mehr durch man wurde sind
    le la les des et est une un dans que qui pour pas sur par plus au avec ce sont ne se sa son mais ont été cette aux
    el los las una por con para del se su al lo como más pero sus fue este ha sobre también entre cuando muy
    il di che non si da della del per sono una gli anche nel alla dei più ha con come questo ma le delle
    os uma não com para mais por foi ao dos das pelo pela também ele são na no em do da
    de het een en van ik te dat niet zijn op voor met die hij aan ook was maar bij nog dit naar om wordt
    i u na je se da su za od nije sa koji koja koje kao što ali ili bi će biti po iz do samo li sve jer
    и у на је се да су за од није са који која које као што али или би ће бити по из до само
    в не что он с как это по но они мы от же к из его для так было был
    dhe në të një për me nga që është është ka se si do nuk më i e po por u tek duke pas janë
    ve bir bu da de için ile çok olarak daha sonra olan gibi kadar ancak ama ne ise veya her dedi
    och att det som en på är av för med den till inte om har de ett var jag men
    og det er til på som med for av ikke den har var men et om vi fra
    w nie na się z do że to jest o jak po co ale tak za od przez jego
    a az és hogy nem is egy ez de meg azt van ezt csak már vagy
    si în de la cu nu pe că este un care din sau mai fi au pentru
    yang dan di dari untuk dengan ini itu pada tidak akan dalam
    και το να του η της με που την από για στο είναι
    """
}
