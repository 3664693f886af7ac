package tacit.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.testkit.BundleJar;

class ManifestPolicyTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "Export-Package, hen, exports packages",
        "Fragment-Host, tacit.api, is a fragment",
        "DynamicImport-Package, *, imports packages dynamically",
        "Require-Bundle, tacit.api, requires another bundle",
        "Bundle-NativeCode, libhen.so, has native code",
        "Provide-Capability, tacit.role;role=guard, provides the capability tacit.role",
        "Provide-Capability, 'osgi.service;objectClass=hen.A,hen.eggs', provides the capability hen.eggs"
    })
    void refusesWhatReachesBeyondTheBundle(String header, String value, String reason) {
        assertThat(refusals(Jars.sound().header(header, value)))
                .singleElement()
                .asString()
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit.api.learn;version=\"[1.0,2)\"",
                "org.osgi.framework,org.osgi.service.event",
                "org.osgi.service.component,org.osgi.service.component.annotations",
                "org.slf4j;version=\"[2.0,3)\"",
                "com.fasterxml.jackson.core,com.fasterxml.jackson.databind.node",
                "jakarta.servlet,jakarta.servlet.http",
                "java.util,javax.crypto,javax.xml.parsers,org.w3c.dom",
                "org.jspecify.annotations;resolution:=optional,com.google.errorprone.annotations;resolution:=optional"
            })
    void allowsTheImportsOfAProvider(String imports) {
        assertThat(refusals(Jars.sound().header("Import-Package", imports))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tacit.learn.gate, tacit.learn.gate",
        "tacit.learn.gate;resolution:=optional, tacit.learn.gate",
        "'tacit.api.learn;tacit.store.sql;version=1', tacit.store.sql",
        "'org.slf4j;x=\",\",org.hsqldb', org.hsqldb",
        "org.osgi.framework.launch, org.osgi.framework.launch",
        "org.osgi.service.cm, org.osgi.service.cm",
        "org.slf4j.spi, org.slf4j.spi",
        "tacit.apish, tacit.apish"
    })
    void refusesOtherImports(String imports, String named) {
        assertThat(refusals(Jars.sound().header("Import-Package", imports)))
                .containsExactly(
                        "It imports package " + named + ", which is not among the allowed ones (allowed.imports)");
    }

    @Test
    void takesTheRulesOfTheOperator() {
        PolicyTrust trust =
                new PolicyTrust(Clock.systemUTC(), FixedConfig.in(data).withImports("tacit.api.learn, org.hsqldb*"));
        byte[] jar = Jars.sound()
                .header("Import-Package", "tacit.api.learn,org.hsqldb.jdbc,org.slf4j")
                .bytes();

        assertThat(trust.examine(jar, null, Moment.ACTIVATION).refusals())
                .singleElement()
                .asString()
                .contains("org.slf4j");
    }

    @Test
    void refusesAManifestForOtherVersionsOfJava() {
        byte[] jar = Zips.with(
                Jars.sound().header("Multi-Release", "true").bytes(),
                "META-INF/versions/17/OSGI-INF/MANIFEST.MF",
                "Import-Package: tacit.store.sql\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refusals(jar)).singleElement().asString().contains("META-INF/versions/17/OSGI-INF/MANIFEST.MF");
    }

    private List<String> refusals(BundleJar jar) {
        return refusals(jar.bytes());
    }

    private List<String> refusals(byte[] jar) {
        return new PolicyTrust(Clock.systemUTC(), FixedConfig.in(data))
                .examine(jar, null, Moment.ACTIVATION)
                .refusals();
    }
}
