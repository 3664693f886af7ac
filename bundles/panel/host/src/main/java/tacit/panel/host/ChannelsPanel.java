package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.Channels;
import tacit.api.channel.OpenMessage;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Rows;

/** How channels do, and messages that are not done; an operator has them tried again, or lets go of them. */
@Component(service = Panel.class)
public final class ChannelsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int MOST = 1_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Channels channels;

    @Override
    public String id() {
        return "channels";
    }

    @Override
    public String title() {
        return "Channels";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        return view.path().isEmpty() ? list(view) : channel(view, view.path().get(0));
    }

    @Override
    public Done act(View view, String act) {
        Acts.wholeHost(view);
        Channels all = Acts.there(channels, "knows channels");
        String by = view.principal().name();
        return Acts.done(() -> switch (act) {
            case "retry" -> {
                all.retry(Fields.required(view, "id"), by);
                yield Done.here("The message is tried again");
            }
            case "drop" -> {
                all.drop(Fields.required(view, "id"), by);
                yield Done.here("The message is let go of");
            }
            case "retry-all" -> Done.here(every(view, all, true) + " are tried again");
            case "drop-all" -> Done.here(every(view, all, false) + " are let go of");
            default -> throw Acts.unknown(act);
        });
    }

    /** All of a channel that wait for an operator; answers how many. */
    private static String every(View view, Channels all, boolean again) {
        List<OpenMessage> stopped = all.open(Fields.required(view, "channel"), MOST).stream()
                .filter(ChannelsPanel::stopped)
                .toList();
        String by = view.principal().name();
        stopped.forEach(message -> {
            if (again) {
                all.retry(message.id(), by);
            } else {
                all.drop(message.id(), by);
            }
        });
        return stopped.size() + " messages";
    }

    private Page list(View view) {
        Channels all = channels;
        List<ChannelStatus> status = all == null ? List.of() : all.status();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", all != null);
        values.put(
                "rows",
                Rows.page(status, view.offset(), SIZE).stream()
                        .map(ChannelsPanel::row)
                        .toList());
        values.put("offset", view.offset());
        values.put("total", status.size());
        return Page.of("", ChannelsPanel.class, "channels.peb", values);
    }

    private Page channel(View view, String name) {
        Channels all = Acts.there(channels, "knows channels");
        ChannelStatus status = all.status().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no channel '" + name + "'"));
        List<OpenMessage> open = Acts.done(() -> all.open(name, MOST));
        Map<String, Object> values = new LinkedHashMap<>(row(status));
        values.put("most", open.size() >= MOST);
        values.put("stopped", open.stream().filter(ChannelsPanel::stopped).count());
        values.put(
                "rows",
                Rows.page(open, view.offset(), SIZE).stream()
                        .map(ChannelsPanel::row)
                        .toList());
        values.put("offset", view.offset());
        values.put("total", open.size());
        return Page.of(name, ChannelsPanel.class, "channel.peb", values);
    }

    private static Map<String, Object> row(ChannelStatus status) {
        ChannelStatus.Counts counts = status.counts();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", status.name());
        row.put("state", status.state());
        row.put("agent", status.agent());
        row.put("waiting", counts.waiting() + counts.sending());
        row.put("kept", counts.kept());
        row.put("failed", counts.failed());
        row.put("done", counts.done());
        row.put("refused", counts.refused());
        row.put("remark", status.remark());
        row.put("error", status.lastError());
        row.put("errorAt", status.lastErrorAt());
        return row;
    }

    private static boolean stopped(OpenMessage message) {
        return message.state() == OpenMessage.State.FAILED || message.state() == OpenMessage.State.KEPT;
    }

    private static Map<String, Object> row(OpenMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("state", message.state() == OpenMessage.State.KEPT ? "on hold" : message.state());
        row.put("attempts", message.attempts());
        row.put("receivedAt", message.receivedAt());
        row.put("nextAt", message.nextAt());
        row.put("trace", message.traceId());
        row.put("error", message.error());
        if (stopped(message)) {
            row.put("retry", button("retry", "Try again", message, "Try this message again now?"));
            row.put("drop", button("drop", "Let go", message, "Let go of this message? It is not answered."));
        }
        return row;
    }

    private static Map<String, Object> button(String act, String label, OpenMessage message, String confirm) {
        return Map.of("act", act, "label", label, "fields", Map.of("id", message.id()), "confirm", confirm);
    }
}
