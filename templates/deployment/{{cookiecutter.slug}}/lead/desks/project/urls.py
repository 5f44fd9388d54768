"""The addresses of the project manager's desk."""

from django.urls import path

from . import duplicates, figures, meeting, views

urlpatterns = [
    path("", views.queue_page, name="queue"),
    path("referral/<int:number>/", views.referral, name="referral"),
    path("places/", views.places, name="places"),
    path("places/<int:number>/", views.move_up, name="move"),
    path("people/", views.people, name="people"),
    path("agenda/", meeting.agenda, name="agenda"),
    path("agenda/print/", meeting.roster, name="roster"),
    path("agenda/propose/<int:person>/", meeting.propose, name="propose"),
    path("agenda/<int:number>/", meeting.item, name="item"),
    path("duplicates/", duplicates.pairs, name="duplicates"),
    path("duplicates/<int:one>/<int:other>/", duplicates.merge, name="merge"),
    path("duplicates/undo/<int:one>/", duplicates.undo, name="undo"),
    path("figures/", figures.page, name="figures"),
    path("figures/figures.csv", figures.as_csv, name="csv"),
    path("figures/<str:name>/", figures.report, name="report"),
    path("figures/<str:name>/report.csv", figures.as_csv, name="report_csv"),
]
