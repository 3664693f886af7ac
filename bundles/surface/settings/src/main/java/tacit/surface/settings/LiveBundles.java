package tacit.surface.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import tacit.api.harness.Harness;

/** The bundles that are in force: those of the host, and those in slots that are active. Thread-safe. */
final class LiveBundles {

    private static final String SLOT = "slot:";

    private final BundleContext context;
    private final Harness harness;

    LiveBundles(BundleContext context, Harness harness) {
        this.context = context;
        this.harness = harness;
    }

    /**
     * A bundle with what it fills in the harness.
     *
     * @param roles none for a bundle of the host
     */
    record Live(Bundle bundle, SortedSet<String> roles) {

        boolean swappable() {
            return !roles.isEmpty();
        }
    }

    List<Live> all() {
        Map<String, SortedSet<String>> slots = new HashMap<>();
        harness.roles().stream().filter(role -> role.slot() != null).forEach(role -> slots.computeIfAbsent(
                        SLOT + role.role() + "/" + role.slot(), location -> new TreeSet<>())
                .add(role.role()));
        List<Live> live = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String location = bundle.getLocation();
            if (!location.startsWith(SLOT)) {
                live.add(new Live(bundle, new TreeSet<>()));
            } else if (slots.containsKey(location)) {
                live.add(new Live(bundle, slots.getOrDefault(location, new TreeSet<>())));
            }
        }
        return live;
    }

    /** The settings that a bundle describes. */
    static List<DescribedSetting> settings(Bundle bundle) {
        Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        List<DescribedSetting> settings = new ArrayList<>();
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            try (InputStream in = file.openStream()) {
                settings.addAll(MetatypeXml.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot read the settings of bundle '" + bundle.getSymbolicName() + "'", e);
            }
        }
        return settings;
    }
}
