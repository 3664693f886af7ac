package tacit.runtime.trust;

import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

/** Bundles to examine. */
public final class Jars {

    public static final String ROLE = "failure-template";
    public static final String NAME = "hen.Templates";

    private Jars() {}

    /** A sound provider of a role. */
    public static BundleJar sound() {
        return bare().type(SoundTemplates.class).provider(ROLE, FailureTemplates.class, SoundTemplates.class.getName());
    }

    /** A provider whose one method has this body. */
    public static BundleJar doing(String body) {
        return bare().source(NAME, """
                package hen;
                public class Templates implements tacit.api.learn.FailureTemplates {
                    public String template(String message, String input) {
                        %s
                    }
                }
                """.formatted(body)).provider(ROLE, FailureTemplates.class, NAME);
    }

    /** A bundle of that name without anything in it. */
    public static BundleJar bare() {
        return BundleJar.named("hen.templates", "1.0.0");
    }

    /** A component with this in its description. */
    public static String component(String content) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <implementation class="%1$s"/>
                  %2$s
                </scr:component>
                """.formatted(NAME, content);
    }
}
