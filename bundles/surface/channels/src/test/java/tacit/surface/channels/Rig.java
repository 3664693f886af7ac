package tacit.surface.channels;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.adapt.records.SqlStateStore;
import tacit.api.channel.Channel;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelStatus;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.channel.webhook.WebhookChannel;
import tacit.evidence.ingest.BoundedIngest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.channels.Intake.Taken;

/** The parts of a host with channels over a real database; {@link #restart} is a host that was killed and started again. */
final class Rig implements AutoCloseable {

    static final Scope HOME = Scope.ofDefaultWorkspace();

    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final FakeContexts contexts = new FakeContexts();
    private final TestDatabase database;

    Known known = new Known();
    Troubles troubles = new Troubles(clock);
    Bell bell = new Bell();
    SqlStateStore store;
    SqlTraceStore traces;
    Inbox inbox;
    Stopped stopped;
    Lease lease;
    Fitting fitting;
    Outbox outbox = new Outbox();
    Intake intake;
    Turns turns;
    LiveChannels channels;
    private Sender sending;

    Rig() {
        this(Engine.HSQLDB);
    }

    Rig(Engine engine) {
        this(engine.open());
    }

    /** Over a database of the test. */
    Rig(TestDatabase database) {
        this.database = database;
        restart();
    }

    /** Whatever was in memory is gone. */
    void restart() {
        PatternRedactor redactor = new PatternRedactor();
        store = new SqlStateStore(database.database(), redactor, clock);
        traces = new SqlTraceStore(database.database());
        known = new Known();
        troubles = new Troubles(clock);
        bell = new Bell();
        outbox = new Outbox();
        inbox = new Inbox(store);
        lease = new Lease(store, clock);
        fitting = new Fitting(store);
        stopped = new Stopped(store, inbox);
        BoundedIngest ingest =
                new BoundedIngest(traces, redactor, Configurations.of(BoundedIngest.Config.class, Map.of()));
        TurnTraces written = new TurnTraces(ingest, null);
        intake = new Intake(known, inbox, stopped, written, troubles, bell, clock);
        Answering answering = new Answering(contexts, fitting, outbox, clock);
        turns = new Turns(known, inbox, stopped, answering, outbox, written, troubles, clock);
        channels = new LiveChannels(known, inbox, stopped, lease, outbox, troubles, audit, bell, clock);
        onlySender(new HttpSender(clock));
    }

    /** Answers go out over this one. */
    void onlySender(Sender sender) {
        if (sending != null) {
            outbox.removeSender(sending);
        }
        sending = sender;
        outbox.addSender(sender);
    }

    Rig with(Channel channel) {
        known.addChannel(
                channel, Map.of("tacit.facade", "channel/" + channel.traits().name()));
        return this;
    }

    Rig with(ChannelAgent agent) {
        known.addAgent(agent);
        return this;
    }

    Rig with(Account account) {
        known.addAccount(account);
        return this;
    }

    static WebhookChannel webhook() {
        return webhook(4000);
    }

    static WebhookChannel webhook(int longest) {
        return new WebhookChannel(Configurations.of(WebhookChannel.Config.class, Map.of("longest_message", longest)));
    }

    static Account account(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("channel", "webhook", "secret_environment", "SECRET"));
        all.putAll(values);
        return new Account(Configurations.of(Account.Config.class, all), Map.of("SECRET", Signed.SECRET));
    }

    static Account account(URI address) {
        return account(Map.of("address", address.toString()));
    }

    /** Delivers a body as its sender signs it. */
    List<Taken> deliver(String id, String body) {
        Map<String, String> headers = new TreeMap<>(Signed.headers(id, clock.instant(), body));
        return intake.webhook("webhook", headers::get, "application/json", body);
    }

    /** Takes every message as far as it goes at this time. */
    void advance() {
        inbox.open(HOME.workspaceId()).stream()
                .filter(open -> turns.isDue(open.ticket()))
                .forEach(turns::advance);
    }

    Ticket only() {
        List<Inbox.Open> open = new ArrayList<>(inbox.open(HOME.workspaceId()));
        known.accounts().forEach(account -> open.addAll(stopped.all(HOME.workspaceId(), account.channel())));
        if (open.size() != 1) {
            throw new AssertionError("open: " + open);
        }
        return open.get(0).ticket();
    }

    RecordedTrace trace(String messageId) {
        return traces.find(HOME, "channel-" + messageId).orElseThrow();
    }

    ChannelStatus status() {
        return channels.status().get(0);
    }

    static Path file(Path folder, String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    static List<String> texts(List<Receiver.Post> posts) {
        return new ArrayList<>(posts.stream().map(Receiver.Post::text).toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
