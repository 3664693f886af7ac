package tacit.pulse.triggers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.TriggerPlan;
import tacit.channel.exchange.Signatures;
import tacit.pulse.triggers.Reader.Came;
import tacit.pulse.triggers.Refused.Why;

/** Takes requests: believes none without its signature, takes none twice, and returns when what it told is durable. Thread-safe. */
@Component(service = Intake.class)
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private static final int LONGEST_HEADER = 500;
    private static final int MOST_HEADERS = 20;

    private static final Set<String> SECRET = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "webhook-signature",
            "x-hub-signature",
            "x-hub-signature-256");

    private final Sources sources;
    private final Planning planning;
    private final Reader reader;
    private final Tallies tallies;
    private final CoreSwitches switches;
    private final Redactor redactor;
    private final Clock clock;

    @Activate
    public Intake(
            @Reference Sources sources,
            @Reference Planning planning,
            @Reference Reader reader,
            @Reference Tallies tallies,
            @Reference CoreSwitches switches,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.sources = sources;
        this.planning = planning;
        this.reader = reader;
        this.tallies = tallies;
        this.switches = switches;
        this.redactor = redactor;
        this.clock = clock;
    }

    /** Takes a request; how many signals it told, or that it had come before. */
    Reader.Result take(String id, Function<String, @Nullable String> header, String body) {
        TriggerSource source =
                sources.source(id).orElseThrow(() -> new Refused(Why.UNKNOWN, "No such trigger is configured"));
        try {
            return take(source, header, body);
        } catch (Refused refusal) {
            tallies.of(id).refused(refusal.words());
            throw refusal;
        }
    }

    private Reader.Result take(TriggerSource source, Function<String, @Nullable String> header, String body) {
        Instant now = clock.instant();
        believe(source, header, body, now);
        if (!switches.on(CoreStage.TRIGGERS)) {
            throw new Refused(Why.LATER, "Triggers are switched off");
        }
        Trigger trigger = sources.trigger(source)
                .orElseThrow(() -> new Refused(Why.LATER, "No active bundle provides this kind of trigger"));
        Tally tally = tallies.of(source.id());
        try {
            TriggerPlan plan = plan(source, trigger, now);
            Request request = new Request(headers(plan, header), body);
            Came came = Came.ofRequest(now, request, delivery(source, header, body));
            return told(source, tally, now, reader.read(source, trigger, came));
        } catch (IllegalArgumentException e) {
            throw new Refused(Why.MALFORMED, String.valueOf(e.getMessage()));
        } catch (Refused refusal) {
            throw refusal;
        } catch (Hanging hanging) {
            tally.failed(now, hanging.words());
            throw new Refused(Why.LATER, "The trigger takes too long");
        } catch (RuntimeException e) {
            tally.failed(now, e.getClass().getSimpleName());
            log.warn("Trigger '{}' failed at a request", source.id(), e);
            throw new Refused(Why.LATER, "The trigger failed");
        }
    }

    private static void believe(
            TriggerSource source, Function<String, @Nullable String> header, String body, Instant now) {
        Signatures signatures = source.signatures();
        if (signatures == null) {
            throw new Refused(Why.LATER, "The trigger has no secret to check signatures with");
        }
        String refusal = signatures.refusal(header, body, now, source.tolerance());
        if (refusal != null) {
            throw new Refused(Why.NOT_BELIEVED, refusal);
        }
    }

    private TriggerPlan plan(TriggerSource source, Trigger trigger, Instant now) {
        TriggerPlan plan = planning.plan(source, trigger, now);
        if (!plan.problems().isEmpty()) {
            throw new Refused(Why.LATER, "The trigger's configuration has problems");
        }
        if (!plan.requests()) {
            throw new Refused(Why.UNKNOWN, "This trigger takes no requests");
        }
        return plan;
    }

    /** A name that is not signed could be another one each time, so what is signed names it then. */
    private static String delivery(TriggerSource source, Function<String, @Nullable String> header, String body) {
        return CleanReading.digest(source.signsNames() ? "id:" + header.apply("webhook-id") : "body:" + body);
    }

    private Map<String, String> headers(TriggerPlan plan, Function<String, @Nullable String> header) {
        Map<String, String> headers = new TreeMap<>();
        for (String wanted : plan.headers()) {
            String name = wanted.toLowerCase(Locale.ROOT);
            String value = SECRET.contains(name) || redactor.secretName(name) ? null : header.apply(name);
            if (value != null && headers.size() < MOST_HEADERS) {
                headers.put(name, value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
            }
        }
        return headers;
    }

    private Reader.Result told(TriggerSource source, Tally tally, Instant now, Reader.Result result) {
        if (result.repeated()) {
            tally.repeated(now);
            return result;
        }
        tally.read(now, true, result.told());
        switches.ran(
                CoreStage.TRIGGERS,
                result.told(),
                result.told() > 0 ? List.of() : List.of(source.id() + ": a request came, and it told nothing"));
        return result;
    }
}
