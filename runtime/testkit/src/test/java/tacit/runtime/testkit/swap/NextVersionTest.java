package tacit.runtime.testkit.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.BundleJar;

class NextVersionTest {

    @Test
    void isHigher() {
        assertThat(NextVersion.after("1.0.9")).isEqualTo("1.0.10");
        assertThat(NextVersion.after("1.2")).isEqualTo("1.2.1");
    }

    @Test
    void changesTheNumberAndNothingElse() throws IOException {
        byte[] jar =
                BundleJar.named("hen.house", "1.0.0").resource("egg.txt", "one").bytes();

        byte[] next = NextVersion.of(jar, "1.0.1");

        try (JarInputStream content = new JarInputStream(new ByteArrayInputStream(next))) {
            assertThat(content.getManifest().getMainAttributes().getValue("Bundle-Version"))
                    .isEqualTo("1.0.1");
            assertThat(content.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isEqualTo("hen.house");
            assertThat(content.getNextJarEntry().getName()).isEqualTo("egg.txt");
            assertThat(content.readAllBytes()).asString().isEqualTo("one");
            assertThat(content.getNextJarEntry()).isNull();
        }
    }

    @Test
    void refusesWhatIsNoBundle() {
        assertThatThrownBy(() -> NextVersion.of(new byte[] {1}, "1.0.1")).hasMessage("jar must begin with a manifest");
    }
}
