package tacit.pulse.triggers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerStatus;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;

/** The parts of a host with triggers over a real database; {@link #restart} is one that was killed and started again. */
final class Rig implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-test";

    final MovingClock clock = new MovingClock();
    final FakeSignals signals = new FakeSignals();
    final FakeSwitches switches = new FakeSwitches();
    private final TestDatabase database;
    private final FolderFiles files;
    private final Map<TriggerSource, Map.Entry<String, Trigger>> configured = new HashMap<>();

    Duration patience = Duration.ofSeconds(30);
    Calls calls = new Calls(patience);
    Sources sources = new Sources();
    Tallies tallies = new Tallies();
    SqlReadings readings;
    Forwarding forwarding;
    Round round;
    Intake intake;
    LiveTriggers triggers;

    Rig(@Nullable Path folder) {
        this(Engine.HSQLDB.open(), folder);
    }

    Rig(TestDatabase database, @Nullable Path folder) {
        this.database = database;
        files = folder == null ? new FolderFiles(id -> Optional.empty(), 1 << 20) : FolderFiles.of(folder);
        restart();
    }

    /** Whatever was in memory is gone. */
    void restart() {
        PatternRedactor redactor = new PatternRedactor();
        sources = new Sources();
        tallies = new Tallies();
        readings = new SqlReadings(database.database());
        forwarding = new Forwarding(readings, signals, switches, tallies, clock);
        FolderLook look = new FolderLook(files, redactor, Configurations.of(FolderLook.Config.class, Map.of()));
        calls.stop();
        calls = new Calls(patience);
        Planning planning = new Planning(tallies, look, calls);
        Reader reader = new Reader(sources, readings, forwarding, redactor, calls);
        round = new Round(sources, planning, reader, readings, look, tallies, switches, clock);
        intake = new Intake(sources, planning, reader, tallies, switches, redactor, clock);
        triggers = new LiveTriggers(sources, planning, tallies, switches, clock);
        configured.forEach((source, kind) -> add(source, kind.getKey(), kind.getValue()));
    }

    /** A source with this id of a kind of the same name. */
    Rig with(String id, Trigger trigger, Map<String, String> options) {
        TriggerSource source = source(Map.of("id", id, "kind", id, "secret_environment", "SECRET"), options);
        configured.put(source, Map.entry(id, trigger));
        add(source, id, trigger);
        return this;
    }

    private void add(TriggerSource source, String kind, Trigger trigger) {
        sources.addSource(source);
        sources.addTrigger(trigger, Map.of("tacit.facade", "trigger/" + kind));
    }

    static TriggerSource source(Map<String, ?> settings, Map<String, String> options) {
        Map<String, Object> properties = new TreeMap<>();
        options.forEach((name, value) -> properties.put("option." + name, value));
        return new TriggerSource(
                Configurations.of(TriggerSource.Config.class, settings), properties, Map.of("SECRET", SECRET));
    }

    /** Lets time pass second by second, with a look at each. */
    Rig pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            clock.pass(Duration.ofSeconds(1));
            forwarding.tellLeft();
            round.go();
        }
        return this;
    }

    Rig passSeconds(int seconds) {
        return pass(Duration.ofSeconds(seconds));
    }

    TriggerStatus status() {
        return triggers.status().get(0);
    }

    /** Sends a body as its sender signs it. */
    Reader.Result send(String trigger, String delivery, String body) {
        return intake.take(trigger, signed(delivery, body)::get, body);
    }

    Map<String, String> signed(String delivery, String body) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        byte[] hash = hash(delivery + "." + time + "." + body);
        return new TreeMap<>(Map.of(
                "webhook-id", delivery,
                "webhook-timestamp", time,
                "webhook-signature", "v1," + Base64.getEncoder().encodeToString(hash)));
    }

    static byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        calls.stop();
        database.close();
    }
}
