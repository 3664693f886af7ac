package tacit.surface.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingListener;
import tacit.api.adapt.SettingSource;
import tacit.api.adapt.Settings;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.surface.settings.SettingsInForce.InForce;

/** The settings of the bundles that are in force. Thread-safe; one change at a time. */
@Component(
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {Settings.class, GenerationListener.class})
@Designate(ocd = LiveSettings.Config.class)
public final class LiveSettings implements Settings, GenerationListener {

    private static final Logger log = LoggerFactory.getLogger(LiveSettings.class);

    /** Where settings are written. */
    @ObjectClassDefinition(name = "Tacit settings")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Its folder etc holds the operator's settings")
        String data_directory();
    }

    private final AuditLog audit;
    private final Clock clock;
    private final SettingHistory history;
    private final LiveBundles bundles;
    private final LiveComponents components;
    private final SettingsInForce inForce;
    private final SettingsWriter writer;
    private final GenerationChanges generations;
    private final ReentrantLock turns = new ReentrantLock();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<SettingListener> listeners = List.of();

    /**
     * The services that say what is in force.
     *
     * @param context finds bundles
     */
    record Host(
            BundleContext context,
            ConfigurationAdmin admin,
            ServiceComponentRuntime runtime,
            Harness harness,
            Generations generations) {}

    @Activate
    public LiveSettings(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference ServiceComponentRuntime runtime,
            @Reference Harness harness,
            @Reference Generations generations,
            @Reference AuditLog audit,
            @Reference Clock clock,
            @Reference SettingHistory history,
            Config config) {
        this(new Host(context, admin, runtime, harness, generations), audit, clock, history, folder(config));
    }

    LiveSettings(Host host, AuditLog audit, Clock clock, SettingHistory history, Path folder) {
        this.audit = audit;
        this.clock = clock;
        this.history = history;
        SettingsFiles files = new SettingsFiles(folder);
        HostSettings configured = new HostSettings(host.admin());
        bundles = new LiveBundles(host.context(), host.harness());
        components = new LiveComponents(host.runtime(), host.context());
        inForce = new SettingsInForce(bundles, configured, files, host.generations());
        generations = new GenerationChanges(host.generations(), inForce, history);
        writer = new SettingsWriter(files, configured, components, host.generations());
    }

    private static Path folder(Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        return Path.of(config.data_directory(), "etc");
    }

    @Override
    public List<Setting> list(@Nullable String pid) {
        return inForce.all().stream()
                .map(InForce::setting)
                .filter(setting -> pid == null || pid.equals(setting.pid()))
                .toList();
    }

    @Override
    public SettingChange change(String pid, String key, @Nullable String value, String by, String reason) {
        turns.lock();
        try {
            InForce before = inForce.find(pid, key)
                    .orElseThrow(
                            () -> new IllegalArgumentException("There is no setting '" + key + "' of '" + pid + "'"));
            SettingChange change = checked(before, value, by, reason);
            audit.write(by, "setting.change", pid, details(change));
            writer.write(before.setting(), value, by, reason);
            if (before.setting().role() == null) {
                tell(change);
            } else {
                activated();
            }
            return change;
        } finally {
            turns.unlock();
        }
    }

    private SettingChange checked(InForce before, @Nullable String value, String by, String reason) {
        Setting setting = before.setting();
        if (setting.source() == SettingSource.HOST) {
            throw new IllegalArgumentException("The host itself says what '" + setting.key() + "' is: write it to etc/"
                    + setting.pid() + ".properties in the data directory, and start again");
        }
        if (value != null) {
            ValueRule.check(setting.key(), setting.rule(), value);
        }
        boolean same = value == null
                ? setting.source() == SettingSource.DEFAULT
                : value.equals(before.value()) && setting.source() != SettingSource.DEFAULT;
        if (same) {
            throw new IllegalArgumentException("'" + setting.key() + "' of '" + setting.pid() + "' is that already");
        }
        return new SettingChange(
                setting.pid(),
                setting.key(),
                ChangeDigest.shown(setting, before.value()),
                ChangeDigest.shown(setting, value == null ? setting.defaultValue() : value),
                clock.instant(),
                by,
                reason,
                SettingsWriter.live(setting),
                null);
    }

    /** What changes with a generation is told by the ledger, whoever made it. */
    @Override
    public void activated() {
        generations.readOn(this::tellOthers);
    }

    private void tellOthers(SettingChange change) {
        tell(change, listener -> listener != history);
    }

    private static Map<String, String> details(SettingChange change) {
        Map<String, String> details = new TreeMap<>(Map.of("key", change.key()));
        Optional.ofNullable(change.before()).ifPresent(value -> details.put("before", value));
        Optional.ofNullable(change.after()).ifPresent(value -> details.put("after", value));
        return details;
    }

    private void tell(SettingChange change) {
        tell(change, listener -> true);
    }

    private void tell(SettingChange change, Predicate<SettingListener> wanted) {
        for (SettingListener listener : listeners) {
            try {
                if (wanted.test(listener)) {
                    listener.changed(change);
                }
            } catch (RuntimeException e) {
                log.warn("A listener failed at the change of '{}' of '{}'", change.key(), change.pid(), e);
            }
        }
    }

    @Override
    public List<SettingChange> history(int most) {
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("most must be in [1, 1000], got " + most);
        }
        activated();
        return history.newest(most);
    }

    @Override
    public List<GovernedSwitch> governance() {
        List<Setting> settings = list(null);
        return components
                .governed(bundles.all().stream().map(LiveBundles.Live::bundle).toList())
                .stream()
                .map(declared -> GovernedText.read(declared.pid(), declared.text(), settings))
                .filter(Objects::nonNull)
                // A bundle that fills several roles stands in several slots
                .distinct()
                .sorted((one, other) -> one.flag().compareTo(other.flag()))
                .toList();
    }
}
