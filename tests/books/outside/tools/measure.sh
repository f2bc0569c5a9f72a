echo measured
