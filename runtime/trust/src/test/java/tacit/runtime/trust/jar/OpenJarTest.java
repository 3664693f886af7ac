package tacit.runtime.trust.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.runtime.trust.Jars;
import tacit.runtime.trust.Zips;

class OpenJarTest {

    private static final byte[] EMPTY_POOL = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 1};

    @Test
    void listsItsEntriesByName() throws UnreadableJarException {
        try (OpenJar jar = OpenJar.of(Jars.sound().bytes())) {
            assertThat(jar.names("", ".class")).containsExactly("tacit/runtime/trust/SoundTemplates.class");
            assertThat(jar.names("OSGI-INF/", ".xml"))
                    .containsExactly("OSGI-INF/tacit.runtime.trust.SoundTemplates.xml");
            assertThat(jar.text("absent")).isNull();
            assertThat(jar.nested("absent")).isNull();
        }
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], "It is not a jar: it does not begin as a zip file does");
    }

    @Test
    void refusesAJarThatEndsEarly() {
        byte[] jar = Jars.sound().bytes();

        refuses(Arrays.copyOf(jar, jar.length - 1), "It is not a whole jar");
        refuses(Arrays.copyOf(jar, jar.length / 2), "It is not a whole jar");
    }

    @Test
    void refusesAJarThatIsTooLarge() {
        refuses(new byte[ReadingBudget.LARGEST_JAR + 1], "It is larger than 64 MB");
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        byte[] jar = Zips.of(Map.of("aaaa.class", new byte[1], "bbbb.class", new byte[2]));
        String text = new String(jar, StandardCharsets.ISO_8859_1).replace("bbbb.class", "aaaa.class");

        refuses(text.getBytes(StandardCharsets.ISO_8859_1), "It has two entries 'aaaa.class'");
    }

    @Test
    void refusesTooManyEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i <= ReadingBudget.MOST_ENTRIES; i++) {
            entries.put("egg-" + i, new byte[0]);
        }

        refuses(Zips.of(entries), "It has more than 20000 entries");
    }

    @Test
    void refusesAnEntryThatUnpacksWithoutEnd() {
        byte[] jar = Zips.of(Map.of("egg", new byte[(int) ReadingBudget.LARGEST_CONTENT + 1]));

        assertThat(jar).hasSizeLessThan(1 << 20);
        refuses(jar, "It unpacks to more than 256 MB");
    }

    @Test
    void refusesATextThatIsTooLong() throws UnreadableJarException {
        try (OpenJar jar = OpenJar.of(Zips.of(Map.of("text", new byte[(1 << 20) + 1], "fits", new byte[1 << 20])))) {
            assertThat(jar.text("fits")).hasSize(1 << 20);
            assertThatThrownBy(() -> jar.text("text"))
                    .isInstanceOf(UnreadableJarException.class)
                    .hasMessage("Entry 'text' is larger than 1048576 bytes");
        }
    }

    @Test
    void countsWhatAJarInsideUnpacksTo() throws UnreadableJarException {
        byte[] large = Arrays.copyOf(EMPTY_POOL, 15 << 20);
        Map<String, byte[]> inner = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            inner.put("egg/C" + i + ".class", large);
        }
        byte[] packed = Zips.of(inner);
        try (OpenJar jar = OpenJar.of(Zips.of(Map.of("a.jar", packed, "b.jar", packed)))) {
            readAll(jar, "a.jar");

            assertThatThrownBy(() -> readAll(jar, "b.jar"))
                    .isInstanceOf(UnreadableJarException.class)
                    .hasMessage("It unpacks to more than 256 MB");
        }
    }

    private static void readAll(OpenJar jar, String name) throws UnreadableJarException {
        try (OpenJar nested = jar.nested(name)) {
            for (String type : nested.names("", ".class")) {
                nested.type(type);
            }
        }
    }

    private static void refuses(byte[] jar, String reason) {
        assertThatThrownBy(() -> OpenJar.of(jar))
                .isInstanceOf(UnreadableJarException.class)
                .hasMessageStartingWith(reason);
    }
}
