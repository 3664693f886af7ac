package tacit.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupReaderTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("copy");
        try (BackupFile copy = BackupFile.at(file)) {
            copy.add("files/etc/a", false, out -> out.write("one".getBytes(StandardCharsets.UTF_8)));
            copy.add("files/store/b", true, out -> out.write(new byte[100_000]));
            copy.keep(manifest(copy.parts()));
        }
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        try (BackupReader copy = BackupReader.open(file)) {
            copy.verify();

            assertThat(copy.manifest().parts())
                    .extracting(Manifest.Part::name)
                    .containsExactly("files/etc/a", "files/store/b");
            assertThat(copy.manifest().parts()).extracting(Manifest.Part::bytes).containsExactly(3L, 100_000L);
        }
    }

    @Test
    void refusesEveryFileThatWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 13) {
            Path cut = folder.resolve("cut" + length);
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(BadBackupException.class);
        }
    }

    @Test
    void refusesAFileOfWhichAByteWasChanged() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Integer> unnoticed = new ArrayList<>();

        for (int at = 0; at < whole.length; at += 3) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Path changed = folder.resolve("changed");
            Files.write(changed, bytes);
            try {
                read(changed);
                unnoticed.add(at);
            } catch (BadBackupException | IOException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }

        // Only what says nothing about the contents, such as a time in the header of an entry, may differ
        for (int at : unnoticed) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Path changed = Files.write(folder.resolve("harmless"), bytes);
            assertThat(contents(changed)).isEqualTo(contents(file));
        }
    }

    @Test
    void refusesAManifestThatWasWrittenAnew() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("manifest.json", manifest(List.of()).json().getBytes(StandardCharsets.UTF_8));

        zip(entries, "0".repeat(64));

        assertThatThrownBy(() -> read(file)).hasMessage("its manifest was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/../../escape",
                "files/a/../../../escape",
                "/files/etc/x",
                "files//x",
                "files/./x",
                "escape",
                "files/db/tacit.script",
                "files/lock",
                "files/.restoring/x",
                "tables/../x.jsonl",
                "tables/x; DROP TABLE y.jsonl"
            })
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name, new byte[1]);
        String json = manifest(List.of(new Manifest.Part(name, 1, Hashing.of(new byte[1]), false)))
                .json();
        entries.put("manifest.json", json.getBytes(StandardCharsets.UTF_8));
        zip(entries, Hashing.of(json));

        assertThatThrownBy(() -> read(file)).hasMessageContaining("leads elsewhere");
    }

    @Test
    void refusesAPartThatTheManifestDoesNotName() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("files/etc/more", new byte[1]);
        zip(entries, Hashing.of(entries.getOrDefault("manifest.json", new byte[0])));

        assertThatThrownBy(() -> read(file)).hasMessageContaining("'files/etc/more', which its manifest does not name");
    }

    @Test
    void refusesAPartThatIsMissing() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove("files/etc/a");
        zip(entries, Hashing.of(entries.getOrDefault("manifest.json", new byte[0])));

        assertThatThrownBy(() -> read(file)).hasMessage("'files/etc/a' is missing in it");
    }

    @Test
    void refusesALaterFormat() throws IOException {
        String json = "{\"format\":2}";
        zip(Map.of("manifest.json", json.getBytes(StandardCharsets.UTF_8)), Hashing.of(json));

        assertThatThrownBy(() -> read(file)).hasMessageContaining("written by a newer Tacit, in format 2");
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        zip(Map.of("readme", new byte[1]), "hello");

        assertThatThrownBy(() -> read(file)).hasMessage("it has no manifest, so it is no copy of Tacit");
    }

    private static void read(Path path) throws IOException {
        try (BackupReader copy = BackupReader.open(path)) {
            copy.verify();
        }
    }

    private static List<String> contents(Path path) throws IOException {
        List<String> contents = new ArrayList<>();
        try (BackupReader copy = BackupReader.open(path)) {
            contents.add(copy.manifest().json());
            for (Manifest.Part part : copy.manifest().parts()) {
                try (var content = copy.open(part)) {
                    contents.add(Hashing.of(content.readAllBytes()));
                }
            }
        }
        return contents;
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (BackupReader copy = BackupReader.open(file)) {
            for (Manifest.Part part : copy.manifest().parts()) {
                try (var content = copy.open(part)) {
                    entries.put(part.name(), content.readAllBytes());
                }
            }
            entries.put("manifest.json", copy.manifest().json().getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private void zip(Map<String, byte[]> entries, String comment) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.setComment(comment);
        }
    }

    static Manifest manifest(List<Manifest.Part> parts) {
        return new Manifest(1, "1.0.0", "2026-03-01T12:00:00Z", "engine", 4, List.of(), List.of(), parts, List.of());
    }
}
