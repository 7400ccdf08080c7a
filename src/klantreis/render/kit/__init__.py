"""What every picture is made of: a canvas and its strokes, measured text, looks, icons, and the frame around a view."""
