package tacit.surface.mission.view;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Finds templates: the frame's own by name, those of panels in the name itself. Thread-safe. */
final class TemplateTexts implements Loader<String> {

    /** What a name begins with that is a template's text. */
    static final String TEXT = "text:";

    /** What stands before each panel's template, on its first line. */
    static final String IMPORT = "{% import \"mission/macros\" as m %}";

    private static final String OWN = "mission/";

    @Override
    public Reader getReader(String name) {
        if (name.startsWith(TEXT)) {
            return new StringReader(name.substring(TEXT.length()));
        }
        String file = name.startsWith(OWN) ? name.substring(OWN.length()) + ".peb" : "";
        try (InputStream in = file.matches("[a-z]+\\.peb") ? TemplateTexts.class.getResourceAsStream(file) : null) {
            if (in == null) {
                throw new LoaderException(null, "There is no such template");
            }
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LoaderException(e, "Cannot read a template");
        }
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    @Override
    public String resolveRelativePath(String relative, String anchor) {
        return relative;
    }

    @Override
    public boolean resourceExists(String name) {
        return name.startsWith(TEXT) || name.startsWith(OWN);
    }

    @Override
    public void setCharset(String charset) {
        // Always UTF-8
    }

    @Override
    public void setPrefix(String prefix) {
        // Names are whole
    }

    @Override
    public void setSuffix(String suffix) {
        // Names are whole
    }
}
