package tacit.runtime.testkit.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSwapsTest {

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void build() throws Exception {
        image = folder.resolve("image");
        Files.createDirectories(image.resolve("lib"));
        Files.createDirectories(image.resolve("bundles/1"));
        Files.createDirectories(image.resolve("bundles/61"));
        Files.writeString(image.resolve("bundles/61/shell.jar"), "a jar");
    }

    @Test
    void addsOneBundleToTheImageAndLeavesTheImageAsItIs() throws Exception {
        Path home = BundleSwaps.home(image, folder.resolve("home"));

        assertThat(home.resolve("lib")).isSymbolicLink();
        assertThat(home.resolve("bundles/61/shell.jar")).hasContent("a jar");
        assertThat(home.resolve("bundles/61/tacit.testkit.swap.jar")).isRegularFile();
        assertThat(image.resolve("bundles/61")).isDirectoryNotContaining("glob:**swap.jar");
    }

    @Test
    void saysWhatTheHostSaidWhenItDoesNotStart() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));

        assertThatThrownBy(() -> BundleSwaps.run(image, work, BundleSwaps.ALL, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tacit.runtime.launcher.Main");
    }
}
