package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.hospitalviewer.dicom.image.render.Rendering;
import org.hospitalviewer.dicom.image.render.Viewport;
import org.hospitalviewer.dicom.image.render.Window;
import org.hospitalviewer.dicom.image.render.WindowFunction;

/**
 * How a rendered picture is wanted (PS3.18 8.3.5.1): {@code viewport=w,h[,sx,sy,sw,sh]}, {@code
 * window=center,width,function}, {@code quality}.
 *
 * @param quality 1 to 100, of JPEG
 */
record PictureParameters(Rendering rendering, int quality) {
    private static final int QUALITY = 90;

    /** The parameters of a request; anything that cannot be meant is answered with 400. */
    static PictureParameters of(HttpServletRequest request, Optional<Viewport> otherwise) {
        String viewport = request.getParameter("viewport");
        String window = request.getParameter("window");
        return new PictureParameters(new Rendering(
                viewport == null ? otherwise : Optional.of(viewport(viewport)),
                window == null ? Optional.empty() : Optional.of(window(window))), quality(request));
    }

    private static Viewport viewport(String text) {
        String[] numbers = text.split(",", -1);
        if (numbers.length != 2 && numbers.length != 6) {
            throw WebProblem.badRequest("viewport is width,height or width,height,x,y,width,height of the part.");
        }
        try {
            double[] part = new double[4];
            for (int i = 2; i < numbers.length; i++) {
                part[i - 2] = numbers[i].isBlank() ? 0 : number(numbers[i]);
            }
            return new Viewport((int) number(numbers[0]), (int) number(numbers[1]), part[0], part[1], part[2], part[3]);
        } catch (IllegalArgumentException e) {
            throw WebProblem.badRequest("The viewport cannot be used: " + e.getMessage() + ".");
        }
    }

    private static Window window(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2 && parts.length != 3) {
            throw WebProblem.badRequest("window is center,width,function.");
        }
        try {
            return new Window(number(parts[0]), number(parts[1]), function(parts.length == 3 ? parts[2] : "linear"));
        } catch (IllegalArgumentException e) {
            throw WebProblem.badRequest("The window cannot be used: " + e.getMessage() + ".");
        }
    }

    private static WindowFunction function(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "linear" -> WindowFunction.LINEAR;
            case "linear-exact" -> WindowFunction.LINEAR_EXACT;
            case "sigmoid" -> WindowFunction.SIGMOID;
            default -> throw WebProblem.badRequest("The function of a window is linear, linear-exact or sigmoid.");
        };
    }

    private static int quality(HttpServletRequest request) {
        String text = request.getParameter("quality");
        if (text == null) {
            return QUALITY;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
            throw WebProblem.badRequest("quality is a number from 1 to 100.");
        }
        return Integer.parseInt(text);
    }

    private static double number(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number) || Math.abs(number) > 1e9) {
            throw new IllegalArgumentException("\"" + text + "\" is no usable number");
        }
        return number;
    }

    /** The format a client takes that is wanted most; JPEG where it does not mind. */
    static Optional<PictureFormat> format(HttpServletRequest request) {
        for (MediaRange wish : AcceptHeader.of(request)) {
            for (PictureFormat format : PictureFormat.values()) {
                if (wish.accepts(format.mediaType()) && !wish.isMultipart()) {
                    return Optional.of(format);
                }
            }
        }
        return Optional.empty();
    }
}
