package tacit.surface.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Signals.FamilyCount;
import tacit.api.pulse.Signals.Fate;
import tacit.api.pulse.Signals.State;
import tacit.api.pulse.Urgency;
import tacit.api.store.Page;

/** Commands that let an operator see what waits for a profile, tell it something, and end what need not wait. */
@Component(
        service = SignalCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=signals"})
public final class SignalCommands {

    private static final String KNOWN = "[PROFILE], families PROFILE, deferral PROFILE, add PROFILE FAMILY TEXT,"
            + " dismiss ID [REASON] or interests PROFILE [FAMILY…]";

    private final Signals signals;
    private final ProfileNames profiles;

    @Activate
    public SignalCommands(@Reference Signals signals, @Reference AutomationProfiles profiles) {
        this.signals = signals;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor(
            "lists signals, the newest first, or one of: families PROFILE, deferral PROFILE, add PROFILE FAMILY TEXT,"
                    + " dismiss ID [REASON], interests PROFILE [FAMILY…]")
    public void signals(
            CommandSession session,
            @Descriptor("open, deferred, consumed, expired, dismissed or all")
                    @Parameter(names = "--state", absentValue = "open")
                    String state,
            @Descriptor("one family only") @Parameter(names = "--family", absentValue = "") String family,
            @Descriptor("low, medium, high or critical, of a new one")
                    @Parameter(names = "--urgency", absentValue = "medium")
                    String urgency,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        switch (words.length == 0 ? "" : words[0]) {
            case "families" -> printer.print(Rows.of(signals.families(profile(words)), SignalCommands::row), json);
            case "deferral" -> printer.print(deferral(profile(words)), json);
            case "add" -> printer.print(add(Words.required(Urgency.class, urgency), words), json);
            case "dismiss" -> printer.line(dismissed(words));
            case "interests" -> printer.line(interests(words));
            default -> {
                Signals.Filter filter = new Signals.Filter(
                        words.length == 0 ? null : profiles.find(words[0]).id(),
                        null,
                        Words.optional(SignalFamily.class, family),
                        state.equals("all") ? null : Words.required(State.class, state));
                printer.print(rows(signals.list(filter, Words.page(offset, limit))), json);
            }
        }
    }

    private String profile(String... words) {
        return profiles.find(Words.only("signals " + words[0] + " needs a profile", words))
                .id();
    }

    private Map<String, @Nullable Object> add(Urgency urgency, String... words) {
        String text = Words.rest("signals add needs a profile, a family and a text", 3, words);
        AutomationProfile profile = profiles.find(words[1]);
        SignalFamily family = Words.required(SignalFamily.class, words[2]);
        SignalDraft draft = SignalDraft.of(profile.workspaceId(), family, SignalSource.MANUAL, text)
                .forProfile(profile.id())
                .withUrgency(urgency, urgency.floor());
        Signal signal = signals.submit(List.of(draft)).get(0).signals().get(0);
        return row(signal, signals.fates(List.of(signal.id())).get(0));
    }

    private String dismissed(String... words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("signals dismiss needs an id");
        }
        String reason = String.join(" ", Arrays.asList(words).subList(2, words.length));
        if (!signals.dismiss(words[1], Words.OPERATOR, reason)) {
            throw new IllegalArgumentException("Cannot dismiss signal '" + words[1] + "': it does not wait");
        }
        return "Dismissed " + words[1];
    }

    private String interests(String... words) {
        if (words.length < 2) {
            throw new IllegalArgumentException("signals interests needs a profile");
        }
        String id = profiles.find(words[1]).id();
        if (words.length > 2) {
            Set<SignalFamily> wanted = Arrays.stream(words)
                    .skip(2)
                    .map(word -> Words.required(SignalFamily.class, word))
                    .collect(Collectors.toSet());
            signals.interest(id, wanted, Words.OPERATOR);
        }
        return id + " hears of "
                + signals.interests(id).stream().map(Words::lower).sorted().collect(Collectors.joining(", "));
    }

    private Map<String, @Nullable Object> deferral(String id) {
        return signals.deferral(id)
                .map(waiting -> Rows.row(
                        "profile", waiting.profileId(),
                        "reason", waiting.reason(),
                        "since", waiting.since(),
                        "signals", waiting.signalIds().size(),
                        "told", waiting.told(),
                        "summary", waiting.summary()))
                .orElseGet(() -> Rows.row("profile", id, "reason", "nothing is put off"));
    }

    private Rows rows(Page<Signal> page) {
        Map<String, Fate> fates = signals
                .fates(page.rows().stream().map(Signal::id).toList())
                .stream()
                .collect(Collectors.toMap(Fate::id, Function.identity()));
        return Rows.of(page, signal -> row(signal, fates.get(signal.id())));
    }

    private static Map<String, @Nullable Object> row(Signal signal, @Nullable Fate fate) {
        return Rows.row(
                "id", signal.id(),
                "profile", signal.profileId(),
                "family", Words.lower(signal.family()),
                "state", fate == null ? null : Words.lower(fate.state()),
                "strength", number(signal.strength()),
                "told", signal.mergedCount(),
                "last", signal.lastSeenAt(),
                "reason", signal.reason());
    }

    private static Map<String, @Nullable Object> row(FamilyCount count) {
        return Rows.row(
                "family", Words.lower(count.family()),
                "signals", count.signals(),
                "told", count.told(),
                "strength", number(count.strength()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
