package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MainTest {

    private static final Path CLASSES = classes();

    @Test
    void knowsEveryBenchmarkThatThereIs() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            assertThat(files.map(CLASSES::relativize)
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".class"))
                            .map(name -> name.replace(".class", "").replace('/', '.'))
                            .filter(MainTest::isBench))
                    .containsExactlyInAnyOrderElementsOf(Main.BENCHES.stream()
                            .map(bench -> bench.getClass().getName())
                            .toList());
        }
    }

    @Test
    void namesEachBenchmarkOnce() {
        assertThat(Main.BENCHES.stream().map(Bench::name)).doesNotHaveDuplicates();
        assertThat(Main.BENCHES).allSatisfy(bench -> assertThat(bench.usage()).startsWith(bench.name()));
    }

    private static boolean isBench(String name) {
        try {
            Class<?> type = Class.forName(name, false, MainTest.class.getClassLoader());
            return Bench.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
