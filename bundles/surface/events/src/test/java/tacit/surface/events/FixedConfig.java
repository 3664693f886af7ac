package tacit.surface.events;

import java.lang.annotation.Annotation;

/** Settings as a test wants them. */
record FixedConfig(int kept) implements RingEvents.Config {

    @Override
    public Class<? extends Annotation> annotationType() {
        return RingEvents.Config.class;
    }
}
