package tacit.surface.mission.view;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.page.Page;

/** Makes HTML of templates; every value is escaped, and no template can switch that off or call a method. Thread-safe. */
public final class Templates {

    private static final int LONGEST_PAGE = 16 << 20;
    private static final String LOOP = "io.pebbletemplates.pebble.node.ForNode$LoopVariables";
    private static final List<String> NO_TAGS =
            List.of("autoescape", "include", "embed", "extends", "cache", "parallel", "flush");

    private final Shown shown = new Shown();
    private final PebbleEngine engine = new PebbleEngine.Builder()
            .loader(new TemplateTexts())
            .templateCache(new KeptTemplates())
            .extension(new Words(shown))
            .registerExtensionCustomizer(new DisallowExtensionCustomizerBuilder()
                    .disallowedFilterKeys(List.of("raw", "nl2br"))
                    .disallowedTokenParserTags(NO_TAGS)
                    .build())
            .methodAccessValidator(Templates::isOfLoop)
            .autoEscaping(true)
            .strictVariables(false)
            .defaultLocale(Locale.ROOT)
            .maxRenderedSize(LONGEST_PAGE)
            .build();

    /**
     * What the macros of a page need to know besides its values.
     *
     * @param panel the id of the panel
     * @param here path and query of the page, from the panel's own on
     * @param formToken of the session
     * @param operates whether who looks may act
     * @param now when
     * @param refused the form that was refused just now
     */
    public record Setting(
            String panel, String here, String formToken, boolean operates, Instant now, Refused refused) {}

    /**
     * A form that was refused, so that nobody has to type it again.
     *
     * @param act its name; empty for none
     * @param fields what stood in it, by name
     */
    public record Refused(String act, Map<String, String> fields) {

        /** That none was. */
        public static final Refused NONE = new Refused("", Map.of());

        public Refused {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * The content of a panel's page.
     *
     * @throws IllegalArgumentException when the template or a value cannot be shown
     */
    public String content(Page page, Setting setting) {
        return rendered(TemplateTexts.TEXT + TemplateTexts.IMPORT + page.template(), page.values(), setting);
    }

    /** One of the frame's own pages; content that {@link #content} made stands in it as it is. */
    public String frame(String name, Map<String, ?> values, String content, Setting setting) {
        Map<String, Object> all = Values.of(values);
        all.put("content", new SafeString(content));
        return evaluated("mission/" + name, all, setting);
    }

    private String rendered(String name, Map<String, ?> values, Setting setting) {
        return evaluated(name, new LinkedHashMap<>(Values.of(values)), setting);
    }

    private String evaluated(String name, Map<String, Object> values, Setting setting) {
        StringWriter text = new StringWriter();
        shown.begin(setting);
        try {
            engine.getTemplate(name).evaluate(text, values);
            return text.toString();
        } catch (PebbleException e) {
            throw new IllegalArgumentException("Cannot show the page: " + firstLine(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot show the page", e);
        } finally {
            shown.end();
        }
    }

    /** What loops say of themselves, and of the parts of maps, is all that is called. */
    private static boolean isOfLoop(Object object, Method method) {
        return object.getClass().getName().equals(LOOP)
                || (method.getDeclaringClass() == Map.Entry.class
                        && method.getName().startsWith("get"));
    }

    private static String firstLine(PebbleException problem) {
        String text = String.valueOf(problem.getPebbleMessage());
        return text + " (line " + problem.getLineNumber() + ")";
    }
}
