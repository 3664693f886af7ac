package tacit.runtime.harness.activation;

import tacit.api.learn.FailureTemplates;
import tacit.runtime.harness.activation.sample.Sample;
import tacit.runtime.harness.activation.sample.SampleActivator;
import tacit.runtime.testkit.BundleJar;

/** Makes the bundles that tests put into slots. */
final class Samples {

    /** The PID of every sample. */
    static final String PID = "sample.Settings";

    private Samples() {}

    /** A bundle that answers with a word. */
    static byte[] answering(String role, String word) {
        return moody(role, word, "fine").bytes();
    }

    /** A bundle that misbehaves. */
    static BundleJar moody(String role, String word, String mood) {
        return bare(role, word, mood).component("sample", component(role, ""));
    }

    /** A bundle whose component needs a service that nobody has. */
    static byte[] unsatisfied(String role) {
        return bare(role, "never", "fine")
                .component(
                        "sample",
                        component(role, "<reference name=\"wish\" interface=\"java.util.concurrent.Callable\"/>"))
                .bytes();
    }

    /** A bundle whose answers hold the time. */
    static byte[] tellingTheTime(String role) {
        return bare(role, "it is ", "tells the time")
                .component(
                        "sample",
                        component(
                                role,
                                "<reference name=\"clock\" interface=\"java.time.Clock\" bind=\"bindClock\""
                                        + " unbind=\"unbindClock\"/>"))
                .bytes();
    }

    private static BundleJar bare(String role, String word, String mood) {
        return BundleJar.named("sample." + role.replace('/', '.'), "1.0.0")
                .header("Bundle-Activator", SampleActivator.class.getName())
                .type(Sample.class)
                .type(SampleActivator.class)
                .resource("mood.txt", mood)
                .resource("word.txt", word)
                .resource("OSGI-INF/metatype/settings.xml", METATYPE);
    }

    private static String component(String role, String references) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.%1$s" activate="activate"
                    deactivate="deactivate" configuration-pid="%2$s">
                  <property name="tacit.role" type="String" value="%1$s"/>
                  <service><provide interface="%3$s"/></service>
                  %5$s
                  <implementation class="%4$s"/>
                </scr:component>
                """.formatted(
                        role,
                        PID + "." + role.replace('/', '.'),
                        FailureTemplates.class.getName(),
                        Sample.class.getName(),
                        references);
    }

    /** The PID of the sample for a role. */
    static String pid(String role) {
        return PID + "." + role.replace('/', '.');
    }

    private static final String METATYPE = metatype();

    private static String metatype() {
        StringBuilder designates = new StringBuilder();
        for (String role : new String[] {"one", "two", "three", "four", "several.x", "several.y"}) {
            designates
                    .append("<Designate pid=\"")
                    .append(PID)
                    .append('.')
                    .append(role)
                    .append("\"><Object ocdref=\"ocd\"/></Designate>\n");
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.3.0">
                  <OCD id="ocd" name="Sample">
                    <AD id="prefix" type="String" default=""/>
                    <AD id="limit" type="Integer" default="1"/>
                  </OCD>
                """ + designates + "</metatype:MetaData>\n";
    }
}
