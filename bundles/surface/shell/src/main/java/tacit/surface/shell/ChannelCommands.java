package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.channel.ChannelStatus;
import tacit.api.channel.Channels;
import tacit.api.channel.OpenMessage;
import tacit.api.channel.OpenMessage.State;

/** The command for channels: how they do, which messages are not done, and another try or the end for those that wait. */
@Component(
        service = ChannelCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=channels"})
public final class ChannelCommands {

    private static final String KNOWN = "list, show NAME, retry ID or drop ID";

    private static final int MOST = 1000;

    private final Channels channels;

    @Activate
    public ChannelCommands(@Reference Channels channels) {
        this.channels = channels;
    }

    @Descriptor(
            "lists channels, or: show NAME (messages that are not done), retry ID, drop ID; with --all and a NAME all of a state")
    public void channels(
            CommandSession session,
            @Descriptor("messages to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("failed or kept: with the NAME of a channel, retries or drops up to 1000 of these")
                    @Parameter(names = "--all", absentValue = "")
                    String all,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(channels.status(), ChannelCommands::row), json);
            case "show" -> {
                List<OpenMessage> open = channels.open(Words.only("channels show needs a name", words), limit);
                printer.print(Rows.of(open, ChannelCommands::row), json);
            }
            case "retry" -> {
                List<String> ids = ids("channels retry needs an id", all, words);
                ids.forEach(id -> channels.retry(id, Words.OPERATOR));
                printer.print(Rows.of(ids, id -> Rows.row("id", id, "state", "tried again")), json);
            }
            case "drop" -> {
                List<String> ids = ids("channels drop needs an id", all, words);
                ids.forEach(id -> channels.drop(id, Words.OPERATOR));
                printer.print(Rows.of(ids, id -> Rows.row("id", id, "state", "dropped")), json);
            }
            default -> throw new IllegalArgumentException("channels knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private List<String> ids(String rule, String all, String... words) {
        if (all.isEmpty()) {
            return List.of(Words.only(rule, words));
        }
        State state = Words.required(State.class, all);
        if (state != State.FAILED && state != State.KEPT) {
            throw new IllegalArgumentException("--all must be failed or kept, got '" + all + "'");
        }
        return channels.open(Words.only("channels --all needs a name", words), MOST).stream()
                .filter(message -> message.state() == state)
                .map(OpenMessage::id)
                .toList();
    }

    private static Map<String, @Nullable Object> row(ChannelStatus status) {
        ChannelStatus.Counts counts = status.counts();
        return Rows.row(
                "channel", status.name(),
                "state", Words.lower(status.state()),
                "agent", status.agent(),
                "waiting", counts.waiting(),
                "sending", counts.sending(),
                "kept", counts.kept(),
                "failed", counts.failed(),
                "done", counts.done(),
                "refused", counts.refused(),
                "remark", Words.optional(status.remark()),
                "last error", status.lastError(),
                "at", status.lastErrorAt());
    }

    private static Map<String, @Nullable Object> row(OpenMessage message) {
        return Rows.row(
                "id", message.id(),
                "state", Words.lower(message.state()),
                "attempts", message.attempts(),
                "received", message.receivedAt(),
                "next", message.nextAt(),
                "trace", message.traceId(),
                "error", message.error());
    }
}
