package tacit.surface.gateway;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names that a certificate vouches for: its subject alternative names. Pure. */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    /** @throws IllegalArgumentException when the store holds no key with a certificate, or one without names */
    static Set<String> of(KeyStore store, Path file) {
        try {
            Set<String> names = new TreeSet<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    names.addAll(names(store.getCertificate(alias)));
                }
            }
            if (names.isEmpty()) {
                throw new IllegalArgumentException(
                        "keystore holds no key whose certificate names this host (subject alternative names): " + file);
            }
            return names;
        } catch (KeyStoreException | CertificateParsingException e) {
            throw new IllegalArgumentException("keystore cannot be read: " + file, e);
        }
    }

    /** Whether a host is named, also by a name whose first label is an asterisk. */
    static boolean match(Set<String> names, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        return names.contains(wanted) || (dot > 0 && names.contains("*" + wanted.substring(dot)));
    }

    private static Set<String> names(Certificate certificate) throws CertificateParsingException {
        Set<String> names = new TreeSet<>();
        Collection<List<?>> alternatives =
                certificate instanceof X509Certificate x509 ? x509.getSubjectAlternativeNames() : null;
        for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (name.get(0).equals(DNS)) {
                names.add(name.get(1).toString().toLowerCase(Locale.ROOT));
            } else if (name.get(0).equals(ADDRESS)) {
                names.add(address(name.get(1).toString()));
            }
        }
        return names;
    }

    /** As it stands in a Host header: addresses of IPv6 in brackets. */
    private static String address(String address) {
        return address.contains(":") ? "[" + address.toLowerCase(Locale.ROOT) + "]" : address;
    }
}
