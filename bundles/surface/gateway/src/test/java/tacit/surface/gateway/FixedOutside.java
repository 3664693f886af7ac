package tacit.surface.gateway;

import java.lang.annotation.Annotation;

/** Settings as a test wants them. */
record FixedOutside(String host, int port, String keystore, String password_file) implements Outside.Config {

    @Override
    public Class<? extends Annotation> annotationType() {
        return Outside.Config.class;
    }
}
