package tacit.runtime.harness.routing;

import java.util.List;
import java.util.Map;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

/** Bundles as source text. */
final class Jars {

    static final String ROLE = "failure-template";

    private Jars() {}

    /** A provider that says a word before each message. */
    static BundleJar templates(String version, String word) {
        return BundleJar.named("hen.house", version)
                .provider(ROLE, FailureTemplates.class, "hen.Templates")
                .source("hen.Templates", """
                        package hen;
                        public final class Templates implements tacit.api.learn.FailureTemplates {
                            @Override public String template(String message, String input) {
                                return "%s " + message;
                            }
                        }
                        """.formatted(word));
    }

    /** A description of a component that gives its only constructor these services. */
    static String component(String className, String provides, Map<String, String> properties, String... references) {
        StringBuilder xml = new StringBuilder("""
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" init="%d">
                """.formatted(className, references.length));
        properties.forEach((key, value) ->
                xml.append("<property name=\"%s\" type=\"String\" value=\"%s\"/>".formatted(key, value)));
        xml.append("<service>");
        for (String provided : List.of(provides.split(",", -1))) {
            xml.append("<provide interface=\"%s\"/>".formatted(provided));
        }
        xml.append("</service>");
        for (int i = 0; i < references.length; i++) {
            xml.append("<reference name=\"r%1$d\" interface=\"%2$s\" parameter=\"%1$d\"/>".formatted(i, references[i]));
        }
        return xml.append("<implementation class=\"%s\"/></scr:component>".formatted(className))
                .toString();
    }
}
