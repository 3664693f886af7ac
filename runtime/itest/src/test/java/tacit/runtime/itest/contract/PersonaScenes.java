package tacit.runtime.itest.contract;

import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.memory.Audience;

/** How answers fit their channel. */
final class PersonaScenes {

    private static final ChannelProfile LETTERS = new ChannelProfile(
            "letters",
            "Letters",
            Length.LONGER,
            true,
            false,
            true,
            "Write as one writes letters.",
            MessageLimit.ofCharacters(40));

    private PersonaScenes() {}

    static void persona(ChannelPersonaAdapter persona, String workspace) {
        persona.keepProfile(workspace, "letters", LETTERS);
        persona.keepProfile(workspace, "letters", LETTERS);
        ChannelProfile own = persona.ownProfile(workspace, "letters").orElse(null);
        persona.adaptForChannel("letters", Audience.Kind.PUBLIC, own);
        persona.adaptForChannel("nowhere", Audience.Kind.GROUP, null);
        persona.channelProfile("letters", own);
        persona.fit("letters", "Dear Ada,\n\n```\nint eggs = 12;\nint hens = 4;\n```\nYours, the crew", own);
        persona.ownProfiles(workspace);
        persona.keepProfile(workspace, "letters", null);
        persona.ownProfile(workspace, "letters");
    }
}
