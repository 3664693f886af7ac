package tacit.runtime.testkit.swap;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.memory.Audience;

/** A profile that a channel brought. */
final class PersonaPart implements Part {

    private static final String CHANNEL = "letters";
    private static final String TEXT = "Dear Ada,\n\n```\nint eggs = 12;\nint hens = 4;\n```\nYours, the crew";

    private final ChannelPersonaAdapter persona;

    PersonaPart(Facades facades) {
        persona = facades.role(ChannelPersonaAdapter.class, "channel-persona");
    }

    @Override
    public String bundle() {
        return "tacit.adapt.persona";
    }

    @Override
    public void make() {
        persona.keepProfile(Kept.WORKSPACE, CHANNEL, profile("Write as one writes letters."));
    }

    private static ChannelProfile profile(String theme) {
        return new ChannelProfile(
                CHANNEL, "Letters", Length.LONGER, true, false, true, theme, MessageLimit.ofCharacters(40));
    }

    @Override
    public List<Ask> asks(int thread) {
        ChannelProfile own = persona.ownProfile(Kept.WORKSPACE, CHANNEL).orElseThrow();
        return List.of(
                Ask.same(() -> persona.adaptForChannel(CHANNEL, Audience.Kind.PUBLIC, own)),
                Ask.same(() -> persona.adaptForChannel("slack", Audience.Kind.GROUP, null)),
                Ask.same(() -> persona.fit(CHANNEL, TEXT, own)),
                Ask.same(() -> persona.ownProfiles(Kept.WORKSPACE)),
                Ask.same(persona::supportedChannels),
                changed("swaps-load-" + thread));
    }

    /** Says something new each time, which must then stand there. */
    private Ask changed(String workspace) {
        AtomicLong times = new AtomicLong();
        return () -> {
            ChannelProfile next = profile("Letter " + times.incrementAndGet());
            return persona.keepProfile(workspace, CHANNEL, next)
                    && persona.ownProfile(workspace, CHANNEL)
                            .filter(next::equals)
                            .isPresent();
        };
    }
}
