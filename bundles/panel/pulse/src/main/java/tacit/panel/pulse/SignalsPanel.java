package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Signals.Fate;
import tacit.api.pulse.Urgency;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** The ledger of signals: what waits for a look of which profile, how strong it is, who told it, and how it ended. */
@Component(service = Panel.class)
public final class SignalsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 1_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Signals ledger;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "signals";
    }

    @Override
    public String title() {
        return "Improvement signals";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> live() {
        return Set.of("signal.recorded");
    }

    @Override
    public Page show(View view) {
        Own.workspace(view);
        Signals open = ledger;
        if (open == null || profiles == null) {
            return Page.of("", SignalsPanel.class, "signals.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, open)
                : one(open, found(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        Signals open = Acts.there(ledger, "keeps signals");
        return switch (act) {
            case "tell" -> tell(view, open);
            case "dismiss" -> dismiss(view, open);
            default -> throw Acts.unknown(act);
        };
    }

    private Done tell(View view, Signals open) {
        AutomationProfile profile = Own.profile(view, profiles, Fields.required(view, "profile"));
        Urgency urgency = Fields.chosen(Urgency.class, view, "urgency");
        SignalDraft draft = SignalDraft.of(
                        profile.workspaceId(),
                        Fields.chosen(SignalFamily.class, view, "family"),
                        SignalSource.MANUAL,
                        Fields.required(view, "text", LONGEST))
                .forProfile(profile.id())
                .withUrgency(urgency, urgency.floor());
        Signals.Receipt receipt = Acts.done(() -> open.submit(List.of(draft)).get(0));
        return Done.here(
                receipt.merged() > 0
                        ? "It was known: the signal is told once more"
                        : "It waits for the next look of " + profile.agentRoleId());
    }

    private Done dismiss(View view, Signals open) {
        Signal signal = found(view, Fields.required(view, "id"));
        String reason = Fields.optional(view, "reason", LONGEST);
        if (!Acts.done(() -> open.dismiss(signal.id(), view.principal().name(), reason == null ? "" : reason))) {
            throw new HttpProblem(409, "The signal does not wait any more");
        }
        return Done.here("Nobody looks at it any more");
    }

    private Page list(View view, Signals open) {
        Signals.State state = Fields.state(Signals.State.class, view, Signals.State.OPEN);
        String profile = view.parameter("profile").orElse(null);
        var page = open.list(
                new Signals.Filter(
                        profile, Own.workspace(view), Fields.choice(SignalFamily.class, view, "family"), state),
                new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", rows(open, page.rows()));
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", state);
        values.put("family", view.parameter("family").orElse(""));
        values.put("profile", profile);
        values.put("profiles", Own.choices(view, profiles));
        List<String> families = Words.choices(SignalFamily.class);
        values.put("kinds", families);
        values.put("families", Stream.concat(Stream.of(""), families.stream()).toList());
        values.put("hearers", Own.choices(view, profiles).stream().skip(1).toList());
        return Page.of("", SignalsPanel.class, "signals.peb", values);
    }

    /** With where each stands. */
    private List<Map<String, Object>> rows(Signals open, List<Signal> page) {
        Map<String, Fate> fates = open.fates(page.stream().map(Signal::id).toList()).stream()
                .collect(Collectors.toMap(Fate::id, Function.identity()));
        return page.stream().map(signal -> row(signal, fates.get(signal.id()))).toList();
    }

    private Page one(Signals open, Signal signal) {
        Fate fate = open.fates(List.of(signal.id())).stream().findFirst().orElse(null);
        Map<String, Object> values = new LinkedHashMap<>(row(signal, fate));
        values.put("signal", signal);
        values.put("fate", fate);
        values.put(
                "waits",
                fate != null && (fate.state() == Signals.State.OPEN || fate.state() == Signals.State.DEFERRED));
        values.put("evidence", References.rows(signal.evidence()));
        values.put(
                "payload",
                new TreeMap<>(signal.payload())
                        .entrySet().stream()
                                .map(part -> Map.of("name", part.getKey(), "value", part.getValue()))
                                .toList());
        return Page.of("Signal: " + Words.of(signal.family()), SignalsPanel.class, "signal.peb", values);
    }

    private Map<String, Object> row(Signal signal, @Nullable Fate fate) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", signal.id());
        row.put("reason", Objects.requireNonNullElse(signal.reason(), "no words"));
        row.put("family", signal.family());
        row.put("source", signal.source());
        row.put("urgency", signal.urgency());
        row.put("strength", signal.strength());
        row.put("told", signal.mergedCount());
        row.put("profile", signal.profileId());
        row.put("role", Runs.role(signal.profileId(), profiles));
        row.put("state", fate == null ? null : fate.state());
        row.put("lastSeenAt", signal.lastSeenAt());
        return row;
    }

    private Signal found(View view, String id) {
        String workspace = Own.workspace(view);
        AutomationProfiles owners = Acts.there(profiles, "keeps profiles");
        return Acts.there(ledger, "keeps signals")
                .find(id)
                .filter(signal -> owners.find(signal.profileId())
                        .filter(owner -> owner.workspaceId().equals(workspace))
                        .isPresent())
                .orElseThrow(() -> new HttpProblem(404, "There is no signal '" + id + "' in this workspace"));
    }
}
