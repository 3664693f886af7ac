package tacit.runtime.harness.staging;

import tacit.api.ingest.TraceSource;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

/** Bundles to stage; none of them is ever started here. */
final class Plugins {

    static final String ROLE = "failure-template";

    private Plugins() {}

    static byte[] templates(String version) {
        return templates(version, "");
    }

    /** The same name and version with other bytes for another text. */
    static byte[] templates(String version, String text) {
        return named("hen.templates", version)
                .provider(ROLE, FailureTemplates.class, "hen.Templates")
                .resource("text", text)
                .bytes();
    }

    static byte[] source(String role) {
        return named("hen.source", "1.0.0")
                .provider(role, TraceSource.class, "hen.Source")
                .bytes();
    }

    /** A bundle that fills no role, with a component that has these references. */
    static byte[] needing(String... interfaces) {
        StringBuilder references = new StringBuilder();
        for (String type : interfaces) {
            references.append("<reference interface=\"").append(type).append("\"/>");
        }
        return named("hen.needing", "1.0.0")
                .component("hen.Needing", """
                        <component name="hen.Needing">
                          <implementation class="hen.Needing"/>
                          <service><provide interface="hen.Own"/></service>
                          %s
                        </component>
                        """.formatted(references))
                .bytes();
    }

    static byte[] importing(String imports) {
        return named("hen.importing", "1.0.0").header("Import-Package", imports).bytes();
    }

    static BundleJar named(String symbolicName, String version) {
        return BundleJar.named(symbolicName, version);
    }
}
