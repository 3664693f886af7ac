package tacit.runtime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureTemplates;

class BundleJarTest {

    @Test
    void importsWhatItsClassesNameAndExportsNothing() throws IOException {
        Attributes headers = headers(Loud.jar("1.0.0", "loud"));

        assertThat(headers.getValue("Import-Package")).isEqualTo("tacit.api.learn;version=\"[1.0,2)\"");
        assertThat(headers.getValue("Service-Component")).isEqualTo("OSGI-INF/hen.Loud.xml");
        assertThat(headers.getValue("Export-Package")).isNull();
    }

    @Test
    void makesTheSameBytesForTheSameContent() {
        assertThat(Loud.jar("1.0.0", "loud")).isEqualTo(Loud.jar("1.0.0", "loud"));
        assertThat(Loud.jar("1.0.0", "loud")).isNotEqualTo(Loud.jar("1.0.0", "louder"));
    }

    @Test
    void takesHeadersClassesAndResources() throws IOException {
        byte[] jar = BundleJar.named("hen.house", "1.0.0")
                .header("Fragment-Host", "hen.yard")
                .type(BundleJarTest.class)
                .resource("db/V1.sql", "CREATE")
                .bytes();

        assertThat(headers(jar).getValue("Fragment-Host")).isEqualTo("hen.yard");
        assertThat(entries(jar)).containsExactly("db/V1.sql", "tacit/runtime/testkit/BundleJarTest.class");
    }

    @Test
    void keepsTheClassesNestedInASource() throws IOException {
        byte[] jar = BundleJar.named("hen.house", "1.0.0")
                .source("hen.Yard", "package hen; class Yard { static class Egg {} }")
                .bytes();

        assertThat(entries(jar)).containsExactly("hen/Yard$Egg.class", "hen/Yard.class");
    }

    @Test
    void changesAJar() throws IOException {
        byte[] jar = BundleJar.from(Loud.jar("1.0.0", "loud"))
                .header("Bundle-Version", "1.0.1")
                .bytes();

        assertThat(headers(jar).getValue("Bundle-Version")).isEqualTo("1.0.1");
        assertThat(headers(jar).getValue("Service-Component")).isEqualTo("OSGI-INF/hen.Loud.xml");
        assertThat(entries(jar)).containsExactly("OSGI-INF/hen.Loud.xml", "hen/Loud.class");
    }

    @Test
    void refusesBytesThatAreNoJar() {
        assertThatThrownBy(() -> BundleJar.from(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jar must begin with a manifest");
    }

    @Test
    void packsTheBundleThatAClassCameFrom() throws IOException {
        byte[] api = BundleJar.of(FailureTemplates.class);

        assertThat(headers(api).getValue("Bundle-SymbolicName")).isEqualTo("tacit.api");
        assertThat(entries(api)).contains("tacit/api/learn/FailureTemplates.class");
        assertThat(headers(BundleJar.ofBundle("org.apache.felix.scr")).getValue("Bundle-SymbolicName"))
                .isEqualTo("org.apache.felix.scr");
    }

    @Test
    void refusesSourcesThatDoNotCompile() {
        BundleJar jar = BundleJar.named("hen.house", "1.0.0").source("hen.Yard", "class Yard extends Nothing {}");

        assertThatThrownBy(jar::bytes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing");
    }

    @Test
    void refusesABundleThatIsNotOnTheClassPath() {
        assertThatThrownBy(() -> BundleJar.ofBundle("hen.house"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbolicName must be on the class path, got 'hen.house'");
    }

    private static Attributes headers(byte[] jar) throws IOException {
        try (JarInputStream stream = new JarInputStream(new ByteArrayInputStream(jar))) {
            return stream.getManifest().getMainAttributes();
        }
    }

    private static List<String> entries(byte[] jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarInputStream stream = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = stream.getNextJarEntry(); entry != null; entry = stream.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }
}
