import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Base64;

/**
 * The TimeML of each document of a corpus, in one JVM.
 *
 * <p>In: a line "DCT, tab, text in base64" a document. Out: a line "=" and the TimeML in base64.
 * Arguments: the type of the documents and config.props.
 */
public class Tag {
  public static void main(String[] args) throws Exception {
    HeidelTimeStandalone tagger =
        new HeidelTimeStandalone(Language.ENGLISH, DocumentType.valueOf(args[0].toUpperCase()), OutputType.TIMEML, args[1], POSTagger.TREETAGGER);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split("\t");
      String text = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      String timeml;
      try {
        timeml = tagger.process(text, days.parse(parts[0]));
      } catch (Exception failed) {
        timeml = "";
      }
      System.out.println("=" + Base64.getEncoder().encodeToString(timeml.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
