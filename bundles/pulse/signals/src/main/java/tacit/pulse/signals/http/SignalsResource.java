package tacit.pulse.signals.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Lists the signals of a workspace, whatever their state, the newest first. */
@Component
public final class SignalsResource implements HttpResource {

    private static final int USUAL = 50;

    private final Signals signals;

    @Activate
    public SignalsResource(@Reference Signals signals) {
        this.signals = signals;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/signals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Owned.known(call, "profileId", "family", "state", "limit", "offset");
        try {
            Signals.Filter filter = new Signals.Filter(
                    call.parameter("profileId").orElse(null),
                    Owned.workspace(call),
                    Fields.word(
                            SignalFamily.class,
                            "family",
                            call.parameter("family").orElse(null)),
                    Fields.word(
                            Signals.State.class,
                            "state",
                            call.parameter("state").orElse(null)));
            PageRequest page = new PageRequest(whole(call, "offset", 0), (int) whole(call, "limit", USUAL));
            return Fields.reply(200, view(signals.list(filter, page)));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> view(Page<Signal> page) {
        Map<String, Signals.Fate> fates = signals
                .fates(page.rows().stream().map(Signal::id).toList())
                .stream()
                .collect(Collectors.toMap(Signals.Fate::id, Function.identity()));
        List<?> rows = page.rows().stream()
                .map(signal -> Views.signal(signal, fates.get(signal.id())))
                .toList();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rows", rows);
        view.put("offset", page.offset());
        view.put("total", page.total());
        view.put("hasMore", page.hasMore());
        return view;
    }

    private static long whole(Call call, String name, int usual) {
        String text = call.parameter(name).orElse(String.valueOf(usual));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " must be a whole number, got '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
