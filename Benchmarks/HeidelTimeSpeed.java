import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;

/**
 * HeidelTime over a file with a text a line: loads once, reads all texts to get warm, then prints the characters and CPU
 * seconds of a second reading as JSON.
 *
 * <p>Arguments: FILE, config.props, the tagger (TREETAGGER or NO). The time has in it what the Java machine's compiler
 * and collector still do, and the tagger's processes, which HeidelTime starts anew for each text.
 */
public class HeidelTimeSpeed {
  /** CPU seconds of this process and of the children that have ended. */
  static double cpu() throws Exception {
    var own = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    // Fields 16 and 17 of proc(5), in ticks of 10 ms.
    return own.getProcessCpuTime() / 1e9 + (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    List<String> texts = Files.readAllLines(Path.of(arguments[0]));
    var tagger = POSTagger.valueOf(arguments[2]);
    var heideltime =
        new HeidelTimeStandalone(Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, arguments[1], tagger);
    Date day = new Date(1_696_118_400_000L);
    for (String text : texts) {
      heideltime.process(text, day);
    }
    double start = cpu();
    long characters = 0;
    for (String text : texts) {
      heideltime.process(text, day);
      characters += text.codePointCount(0, text.length());
    }
    out.printf("[%d, %f]%n", characters, cpu() - start);
  }
}
