package tacit.bench.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tacit.learn.template.MaskingTemplates;
import tacit.runtime.testkit.BundleJar;

/** The versions that are swapped: the bundles of the image, with a component that notices its own end. */
final class ProviderJars {

    static final String ROLE = "failure-template";
    static final String PID = "tacit.learn.template.MaskingTemplates";
    static final String SETTING = "longest";

    /** The service property by which a bench knows the provider that it placed. */
    static final String NUMBER = "bench.number";

    private static final String COMPONENT = "OSGI-INF/stoppable.xml";
    private static final String NEXT = "template-1.1.0.jar";

    private ProviderJars() {}

    /** Three versions, so that a cycle through them never finds what it wants in one of two slots. */
    static List<byte[]> versions() {
        byte[] first = BundleJar.of(MaskingTemplates.class);
        List<byte[]> jars = new ArrayList<>();
        jars.add(stoppable(first, "1.0.0", 0, ""));
        jars.add(stoppable(next(), "1.1.0", 1, ""));
        jars.add(stoppable(first, "1.0.1", 0, ""));
        return jars;
    }

    /** A provider that exists once for each of its configurations. */
    static byte[] configured() {
        return stoppable(BundleJar.of(MaskingTemplates.class), "1.0.0", 0, " configuration-policy=\"require\"");
    }

    private static byte[] stoppable(byte[] jar, String version, int ranking, String policy) {
        return BundleJar.from(jar)
                .header("Bundle-Version", version)
                .header("Service-Component", COMPONENT)
                .type(StoppableTemplates.class)
                .resource(COMPONENT, """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s"
                            configuration-pid="%1$s" activate="activate" deactivate="deactivate"%4$s>
                          <property name="tacit.role" type="String" value="%2$s"/>
                          <property name="service.ranking" type="Integer" value="%3$d"/>
                          <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
                          <implementation class="tacit.bench.swap.StoppableTemplates"/>
                        </scr:component>
                        """.formatted(PID, ROLE, ranking, policy))
                .bytes();
    }

    private static byte[] next() {
        try (InputStream jar = ProviderJars.class.getResourceAsStream(NEXT)) {
            if (jar == null) {
                throw new IllegalStateException("Cannot find '" + NEXT + "' beside the benchmark");
            }
            return jar.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + NEXT + "': " + e.getMessage(), e);
        }
    }
}
