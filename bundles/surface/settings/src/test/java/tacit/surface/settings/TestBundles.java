package tacit.surface.settings;

import java.util.concurrent.Callable;
import tacit.runtime.testkit.BundleJar;

/** Bundles with settings. */
final class TestBundles {

    static final String HOST = "sample.Part";
    static final String SWAPPABLE = "sample.Style";

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" activate="activate"
                configuration-pid="%1$s">
              %4$s
              <service><provide interface="%2$s"/></service>
              <implementation class="%3$s"/>
            </scr:component>
            """;
    private static final String METATYPE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.3.0">
              <OCD id="ocd" name="Sample">
                <AD id="limit" type="Integer" name="Limit" description="How many" default="1" min="0" max="20"/>
                <AD id="mode" type="String" default="soft"><Option label="Soft" value="soft"/><Option label="Hard" value="hard"/></AD>
                <AD id="key" type="Password" default=""/>
              </OCD>
              <Designate pid="%s"><Object ocdref="ocd"/></Designate>
            </metatype:MetaData>
            """;

    private TestBundles() {}

    static byte[] host() {
        return BundleJar.named("sample.host", "1.0.0")
                .type(Part.class)
                .component(
                        HOST,
                        COMPONENT.formatted(
                                HOST,
                                Callable.class.getName(),
                                Part.class.getName(),
                                "<property name=\"tacit.governed\" type=\"String\">\n"
                                        + "sampleLimit|limit|{limit} a week|sample.change\nwrong\n</property>"))
                .resource("OSGI-INF/metatype/part.xml", METATYPE.formatted(HOST))
                .bytes();
    }

    static byte[] swappable() {
        return BundleJar.named("sample.style", "1.0.0")
                .resource("OSGI-INF/metatype/style.xml", METATYPE.formatted(SWAPPABLE))
                .bytes();
    }
}
