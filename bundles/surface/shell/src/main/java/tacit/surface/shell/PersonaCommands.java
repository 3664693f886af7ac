package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/** A command that shows how answers fit their channel. */
@Component(
        service = PersonaCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=persona"})
public final class PersonaCommands {

    private final ChannelPersonaAdapter persona;

    @Activate
    public PersonaCommands(@Reference ChannelPersonaAdapter persona) {
        this.persona = persona;
    }

    @Descriptor("lists the channels that are known, or shows one, and what a prompt says of it")
    public void persona(
            CommandSession session,
            @Descriptor("who reads there: private, group or public")
                    @Parameter(names = "--audience", absentValue = "private")
                    String audience,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("a channel, or none for all") String... channel) {
        Printer printer = new Printer(session);
        Audience.Kind kind = Words.required(Audience.Kind.class, audience);
        if (channel.length > 1) {
            throw new IllegalArgumentException("persona takes one channel or none");
        }
        if (channel.length == 0) {
            printer.print(Rows.of(all(workspace), PersonaCommands::row), json);
        } else {
            show(printer, channel[0], kind, workspace, json);
        }
    }

    private List<ChannelProfile> all(String workspace) {
        Map<String, ChannelProfile> profiles = new TreeMap<>();
        persona.supportedChannels()
                .forEach(id -> persona.channelProfile(id, null).ifPresent(known -> profiles.put(id, known)));
        persona.ownProfiles(workspace).forEach(own -> profiles.put(own.channel(), own));
        return List.copyOf(profiles.values());
    }

    private void show(Printer printer, String channel, Audience.Kind kind, String workspace, boolean json) {
        ChannelProfile own = persona.ownProfile(workspace, channel).orElse(null);
        Optional<ChannelProfile> profile = persona.channelProfile(channel, own);
        String directive = persona.adaptForChannel(channel, kind, own);
        Map<String, @Nullable Object> thing =
                profile.map(PersonaCommands::row).orElseGet(() -> Rows.row("channel", channel));
        if (json) {
            thing.put("audience", Words.lower(kind));
            thing.put("directive", directive);
            printer.print(thing, true);
            return;
        }
        printer.print(thing, false);
        printer.line(profile.isPresent() ? "" : "Nobody has said how answers are written there.\n");
        printer.line(
                directive.isEmpty()
                        ? "Prompts say nothing of it to an audience that is " + Words.lower(kind)
                                + " (setting enabled of tacit.adapt.persona.TablePersonaAdapter)"
                        : directive);
    }

    private static Map<String, @Nullable Object> row(ChannelProfile profile) {
        return Rows.row(
                "channel", profile.channel(),
                "name", profile.name(),
                "length", Words.lower(profile.length()),
                "structured", yes(profile.structured()),
                "emoji", yes(profile.emoji()),
                "formal", yes(profile.formal()),
                "limit", limit(profile.limit()),
                "theme", Words.optional(profile.theme()));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String limit(@Nullable MessageLimit limit) {
        return limit == null ? "none" : limit.most() + " " + Words.lower(limit.measure());
    }
}
