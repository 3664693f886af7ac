package tacit.runtime.harness.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import tacit.api.generation.Artifact;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

final class SlotSettingsTest {

    private TestFramework felix;
    private ConfigurationAdmin admin;
    private Bundle bundle;
    private SlotSettings settings;

    @BeforeEach
    void start() {
        felix = TestFramework.start();
        admin = felix.await(ConfigurationAdmin.class);
        bundle =
                felix.install("slot:one/A", BundleJar.named("a.bundle", "1.2.3").bytes());
        settings = new SlotSettings(felix.context(), admin);
    }

    @AfterEach
    void stop() {
        felix.close();
    }

    private Filling filling(Map<String, Map<String, String>> values) {
        SortedMap<String, SortedMap<String, String>> sorted = new TreeMap<>();
        values.forEach((pid, settings) -> sorted.put(pid, new TreeMap<>(settings)));
        Artifact artifact = new Artifact("a.bundle", "1.2.3", "a".repeat(64));
        return new Filling("one", artifact, new TreeSet<>(values.keySet()), sorted);
    }

    private SortedMap<String, Object> written() throws IOException, InvalidSyntaxException {
        SortedMap<String, Object> written = new TreeMap<>();
        Configuration[] all = admin.listConfigurations(null);
        Arrays.stream(all == null ? new Configuration[0] : all)
                .forEach(one -> written.put(
                        one.getPid(), String.valueOf(one.getProperties().get("key"))));
        return written;
    }

    @Test
    void namesTheBundleItsVersionAndItsSlot() throws Exception {
        settings.write(bundle, filling(Map.of("pid", Map.of("key", "value"))));

        assertThat(written()).isEqualTo(Map.of("pid|a.bundle|1.2.3|slot:one/A", "value"));
    }

    @Test
    void writesNothingWhereThereAreNoSettings() throws Exception {
        settings.write(bundle, filling(Map.of()));

        assertThat(written()).isEmpty();
    }

    @Test
    void takesAwayWhatTheSlotHadBefore() throws Exception {
        settings.write(bundle, filling(Map.of("pid", Map.of("key", "old"), "gone", Map.of("key", "old"))));

        settings.write(bundle, filling(Map.of("pid", Map.of("key", "new"))));

        assertThat(written()).isEqualTo(Map.of("pid|a.bundle|1.2.3|slot:one/A", "new"));
    }

    @Test
    void leavesTheOtherSlotAlone() throws Exception {
        Bundle other =
                felix.install("slot:one/B", BundleJar.named("a.bundle", "1.2.3").bytes());
        settings.write(bundle, filling(Map.of("pid", Map.of("key", "live"))));

        settings.write(other, filling(Map.of("pid", Map.of("key", "next"))));
        settings.write(other, filling(Map.of()));

        assertThat(written()).isEqualTo(Map.of("pid|a.bundle|1.2.3|slot:one/A", "live"));
    }

    @Test
    void shadowsSettingsThatAreForEverybody() throws Exception {
        felix.configure("pid", Map.of("key", "for all"));

        settings.write(bundle, filling(Map.of("pid", Map.of())));

        assertThat(written()).isEqualTo(Map.of("pid", "for all", "pid|a.bundle|1.2.3|slot:one/A", "null"));
    }
}
