package tacit.pulse.signals.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Urgency;

/** Takes signals for the workspace of the token: one, or several of which those that do not fit are refused one by one. */
@Component
public final class SubmitResource implements HttpResource {

    private static final Set<String> KNOWN = Set.of(
            "profileId",
            "family",
            "source",
            "urgency",
            "confidence",
            "fingerprint",
            "expiresAt",
            "reason",
            "evidence",
            "payload",
            "origin");

    private final Signals signals;

    @Activate
    public SubmitResource(@Reference Signals signals) {
        this.signals = signals;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/signals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return 8 << 20;
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call);
        JsonNode body = Fields.body(call);
        JsonNode items = body.path("signals");
        if (!items.isArray()) {
            return one(body, Owned.workspace(call));
        }
        if (items.size() > Signals.MOST_DRAFTS || body.size() != 1) {
            throw new HttpProblem(400, "signals must stand alone and hold at most " + Signals.MOST_DRAFTS);
        }
        return several(items, Owned.workspace(call));
    }

    private Reply one(JsonNode item, String workspace) {
        try {
            return Fields.reply(
                    200,
                    taken(0, signals.submit(List.of(draft(item, workspace))).get(0)));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, reason(e));
        }
    }

    private Reply several(JsonNode items, String workspace) {
        Map<Integer, SignalDraft> drafts = new LinkedHashMap<>();
        List<Map<String, Object>> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                drafts.put(i, draft(items.get(i), workspace));
            } catch (IllegalArgumentException e) {
                refused.add(Map.of("index", i, "reason", reason(e)));
            }
        }
        List<Map<String, Object>> accepted = submit(drafts, refused);
        return Fields.reply(200, Map.of("accepted", accepted, "refused", refused));
    }

    /** All in one write; where one does not fit, each by itself. */
    private List<Map<String, Object>> submit(Map<Integer, SignalDraft> drafts, List<Map<String, Object>> refused) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        List<Integer> places = List.copyOf(drafts.keySet());
        try {
            List<Signals.Receipt> receipts = signals.submit(List.copyOf(drafts.values()));
            for (int i = 0; i < receipts.size(); i++) {
                accepted.add(taken(places.get(i), receipts.get(i)));
            }
        } catch (IllegalArgumentException oneDoesNotFit) {
            drafts.forEach((place, draft) -> {
                try {
                    accepted.add(taken(place, signals.submit(List.of(draft)).get(0)));
                } catch (IllegalArgumentException e) {
                    refused.add(Map.of("index", place, "reason", reason(e)));
                }
            });
        }
        return accepted;
    }

    private static Map<String, Object> taken(int index, Signals.Receipt receipt) {
        return Map.of(
                "index",
                index,
                "signals",
                receipt.signals().stream().map(Signal::id).toList(),
                "merged",
                receipt.merged());
    }

    private static String reason(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^drafts\\[\\d+]: ", "");
    }

    private static SignalDraft draft(JsonNode item, String workspace) {
        Fields fields = Fields.of(item, KNOWN);
        SignalFamily family = Fields.word(SignalFamily.class, "family", fields.needed("family"));
        SignalSource source = Fields.word(SignalSource.class, "source", fields.text("source"));
        return new SignalDraft(
                workspace,
                fields.text("profileId"),
                Objects.requireNonNull(family, "family"),
                source == null ? SignalSource.API : source,
                Fields.word(Urgency.class, "urgency", fields.text("urgency")),
                fields.real("confidence"),
                fields.text("fingerprint"),
                fields.time("expiresAt"),
                fields.text("reason"),
                fields.texts("evidence"),
                fields.map("payload"),
                fields.text("origin"));
    }
}
