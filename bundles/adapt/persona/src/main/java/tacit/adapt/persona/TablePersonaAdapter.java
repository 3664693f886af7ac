package tacit.adapt.persona;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.Governed;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;

/** Knows fifteen channels by a table, and others by what they say of themselves. Stateless. */
@Component(property = {Role.PROPERTY + "=channel-persona", Governed.PROPERTY + "=channelPersonaEnabled|enabled||"})
@Designate(ocd = TablePersonaAdapter.Config.class)
public final class TablePersonaAdapter implements ChannelPersonaAdapter {

    /** The settings, which hold for the prompt too. */
    static final String PID = "tacit.adapt.persona.TablePersonaAdapter";

    /** Whether prompts say anything of channels. */
    @ObjectClassDefinition(name = "Tacit channel persona")
    public @interface Config {

        @AttributeDefinition(
                name = "Enabled",
                description =
                        "Prompts say how an answer fits its channel and who reads it there (channelPersonaEnabled)")
        boolean enabled() default false;
    }

    private final OwnProfiles profiles;
    private final boolean enabled;

    @Activate
    public TablePersonaAdapter(@Reference StateStore store, Config config) {
        this.profiles = new OwnProfiles(store);
        this.enabled = config.enabled();
    }

    @Override
    public String adaptForChannel(@Nullable String channel, Audience.Kind audience, @Nullable ChannelProfile own) {
        return enabled && channel != null ? directive(channel, audience, own).text() : "";
    }

    @Override
    public Optional<ChannelProfile> channelProfile(String channel, @Nullable ChannelProfile own) {
        return known(channel, own);
    }

    @Override
    public List<String> supportedChannels() {
        return BuiltInProfiles.channels();
    }

    @Override
    public List<String> fit(@Nullable String channel, String text, @Nullable ChannelProfile own) {
        MessageLimit limit = channel == null
                ? null
                : known(channel, own).map(ChannelProfile::limit).orElse(null);
        return limit == null ? List.of(text) : Messages.of(text, limit);
    }

    @Override
    public Optional<ChannelProfile> ownProfile(String workspaceId, String channel) {
        return profiles.find(workspaceId, id(channel));
    }

    @Override
    public List<ChannelProfile> ownProfiles(String workspaceId) {
        return profiles.list(workspaceId);
    }

    @Override
    public boolean keepProfile(String workspaceId, String channel, @Nullable ChannelProfile own) {
        if (own == null) {
            return profiles.remove(workspaceId, id(channel));
        }
        if (!own.channel().equals(id(channel))) {
            throw new IllegalArgumentException("own must be of channel '" + id(channel) + "'");
        }
        return profiles.keep(workspaceId, own);
    }

    static Directive directive(String channel, Audience.Kind audience, @Nullable ChannelProfile own) {
        return Directive.of(known(channel, own).orElse(null), audience);
    }

    private static Optional<ChannelProfile> known(String channel, @Nullable ChannelProfile own) {
        return own != null ? Optional.of(own) : BuiltInProfiles.of(id(channel));
    }

    /** As channels are named here. */
    static String id(String channel) {
        return channel.strip().toLowerCase(Locale.ROOT);
    }
}
