import java.io.File;
import java.io.PrintStream;
import java.util.List;
import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;

/** Prints what OmegaT's own readers make of a glossary file: source, targets, comments, a line an entry. */
public final class OmegatGlossary {
  public static void main(String[] arguments) throws Exception {
    final ProjectProperties properties = new ProjectProperties() {};
    properties.setSourceLanguage(arguments[1]);
    properties.setTargetLanguage(arguments[2]);
    Core.setProject(
        new NotLoadedProject() {
          @Override
          public ProjectProperties getProjectProperties() {
            return properties;
          }
        });
    File file = new File(arguments[0]);
    List<GlossaryEntry> entries =
        arguments[0].endsWith(".tbx") ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false);
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (GlossaryEntry entry : entries) {
      out.println(entry.getSrcText() + "\t" + entry.getLocText() + "\t" + entry.getCommentText().replace('\n', ' '));
    }
  }
}
