package org.hospitalviewer.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that tell the browser what the pages may do: load and talk to nothing but the appliance, stand in no frame,
 * run no script that the server did not write.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class SecurityHeaders extends OncePerRequestFilter {

    /** Request attribute: what the page's own scripts have to carry. */
    public static final String NONCE = SecurityHeaders.class.getName() + ".nonce";
    private static final int NONCE_BYTES = 16;
    /**
     * The screens' framework makes functions of the server's expressions (unsafe-eval) and puts style elements into the
     * page (unsafe-inline), one of them with its signs as a font (data:); PDFs are shown and films played from memory (blob:).
     */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'nonce-%s' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src blob:; font-src 'self' data:; "
            + "connect-src 'self'; worker-src 'self'; frame-src 'self' blob:; object-src 'none'; "
            + "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /**
     * The page of the images needs neither, its decoders are another document's business; films are played from memory.
     */
    private static final String POLICY_FOR_IMAGES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();

    /** Narrows what the page that is being answered may do to what the image viewer needs. */
    public static void allowOnlyImages(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY_FOR_IMAGES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        chain.doFilter(request, response);
    }
}
