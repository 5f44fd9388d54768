"""The addresses of the public door, and of the inbox behind it."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.door, name="door"),
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<int:number>/", views.request_page, name="request"),
    path("thanks/<slug:code>/", views.thanks, name="thanks"),
    path("ask/<slug:pathway>/", views.ask, name="ask"),
]
